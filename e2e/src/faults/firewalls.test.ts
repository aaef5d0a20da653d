import { fileURLToPath } from 'node:url';
import { Coturn } from '@front-door/server/src/testing/coturn.ts';
import { freePort } from '@front-door/server/src/testing/free-port.ts';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { inTime } from '../support/in-time.ts';
import { until, waysTaken } from '../support/media-probe.ts';
import { Network, whyNoNetworks } from '../support/network.ts';
import { admit, arriveAndWait, follow } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { talk } from '../support/sitting.ts';

const tls = (name: string) =>
  fileURLToPath(new URL(`../../../server/src/testing/tls/localhost.${name}`, import.meta.url));

/** One call, and around the patient a firewall that lets less and less through. */
describe.skipIf(whyNoNetworks !== null)(`a patient behind a firewall ${whyNoNetworks ?? ''}`, () => {
  let network: Network;
  let coturn: Coturn;
  let server: ServerProcess;
  let mediaPort: number;
  let browsers: Browser[] = [];
  let clinician: Tab;
  let patient: Tab;

  beforeAll(async () => {
    network = await Network.open();
    const { serverAddress: address } = network;
    coturn = await Coturn.start({ media: address, address });
    mediaPort = await freePort();
    server = await ServerProcess.start({
      env: {
        HOST: address,
        TLS_CERT: tls('crt'),
        TLS_KEY: tls('key'),
        RTC_PORT: String(mediaPort),
        WORKERS: '1',
        TURN_URLS: Object.values(coturn.urls).join(),
        TURN_SECRET: coturn.secret,
      },
    });
    const trusting = ['--ignore-certificate-errors'];
    browsers = await Promise.all([launchChromium(trusting), launchChromium(trusting, { network })]);
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
    await coturn.close();
    await network.remove();
  });

  const ways = (wanted: object) =>
    inTime(
      `the way ${JSON.stringify(wanted)}`,
      until(
        () => waysTaken(patient.page),
        (taken) => taken.every((way) => expect.objectContaining(wanted).asymmetricMatch(way)),
      ),
    );

  it('[WAY-1] that lets no UDP through comes into the call, over TCP to the server itself', async () => {
    // Without the relay: a browser is free to keep to that, once it is there.
    await network.block([
      { protocol: 'udp' },
      { protocol: 'tcp', port: coturn.port },
      { protocol: 'tcp', port: coturn.tlsPort },
    ]);
    clinician = await follow(browsers[0]!, server.links.clinician);
    patient = await arriveAndWait(browsers[1]!, server.links.patient, 'Ann Example');
    await admit(clinician.page, 'Ann Example');
    await talk(clinician.page, patient.page);
    await ways({ relayedBy: null, protocol: 'tcp', to: network.serverAddress });
  });

  it('[WAY-1] that closes all ports but those of the pages and of TLS in the middle of the call goes on by way of the relay', async () => {
    await network.block([{ protocol: 'udp' }]);
    await patient.page.reload();
    await talk(clinician.page, patient.page);
    await network.block([
      { protocol: 'udp' },
      { protocol: 'tcp', port: mediaPort },
      { protocol: 'tcp', port: mediaPort + 1 },
      { protocol: 'tcp', port: coturn.port },
    ]);
    await ways({ type: 'relay', relayedBy: 'tls' });
    await talk(clinician.page, patient.page);
    expect([clinician, patient].flatMap(({ errors }) => errors)).toEqual([]);
  });
});
