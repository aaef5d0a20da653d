import { freePort } from '@front-door/server/src/testing/free-port.ts';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openTab } from '../support/browsers.ts';
import {
  closedCount,
  framesPresented,
  soundHeard,
  until,
  watchPeerConnections,
  waysTaken,
} from '../support/media-probe.ts';
import { Network, whyNoNetworks } from '../support/network.ts';
import { admit, byTestId, giveDetails, shows, turnOnDevices } from '../support/people.ts';
import { forget, heardOn, hears, listenToThePage } from '../support/screen-reader.ts';
import { ServerProcess } from '../support/server.ts';

/** Says with the test how long something took, from the making of the watch; it decides nothing. */
const stopwatch = (annotate: (message: string) => Promise<unknown>) => {
  const begin = performance.now();
  return async <T>(what: string, work: Promise<T>): Promise<T> => {
    const done = await work;
    await annotate(`${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    return done;
  };
};

const remotePicture = byTestId('remote-video');

/** One call on a network of its own, to which one thing happens after the other; nobody touches a page. */
describe.skipIf(whyNoNetworks !== null)(`a call whose network changes ${whyNoNetworks ?? ''}`, () => {
  let network: Network;
  let mediaPort: number;
  let server: ServerProcess;
  let browsers: Browser[];
  let clinician: Page;
  let patient: Page;

  beforeAll(async () => {
    network = await Network.open();
    mediaPort = await freePort();
    const media = { RTC_PORT: String(mediaPort), WORKERS: '1' };
    server = await ServerProcess.start({ env: { HOST: network.serverAddress, ...media } });
    // Browsers give camera and microphone to such addresses only when they are told to.
    const trusted = [`--unsafely-treat-insecure-origin-as-secure=${server.origin}`];
    browsers = await Promise.all([launchChromium(trusted), launchChromium(trusted, { network })]);
    const [atDesk, atHome] = await Promise.all(
      browsers.map((browser) => openTab(browser, [watchPeerConnections, listenToThePage])),
    );
    clinician = atDesk!.page;
    patient = atHome!.page;
    await clinician.goto(server.links.clinician);
    await patient.goto(server.links.patient);
    await giveDetails(patient, 'Ann Example');
    await turnOnDevices(patient);
    await admit(clinician, 'Ann Example');
    await inConversation();
  });
  afterAll(async () => {
    await Promise.all((browsers ?? []).map((browser) => browser.close()));
    await server?.close();
    await network?.remove();
  });

  /** Both see and hear the other, from now on. */
  const inConversation = () =>
    Promise.all([clinician, patient].flatMap((page) => [framesPresented(page, remotePicture, 20), soundHeard(page)]));

  it('[NET-1] goes on by itself over another network when the device leaves the one it used', async ({ annotate }) => {
    const clock = stopwatch(annotate);
    await network.roam();
    await clock('to another network, until both saw and heard each other', inConversation());
  });

  it('[NET-2] takes another way when the one of media is blocked', async ({ annotate }) => {
    const clock = stopwatch(annotate);
    await forget(patient);
    await network.block([{ protocol: 'udp' }]);
    await clock('UDP blocked, until both saw and heard each other over TCP', inConversation());
    await until(
      () => waysTaken(patient),
      (ways) => ways.every(({ protocol }) => protocol === 'tcp'),
    );
    // Where another way was open at once it may have been taken before anything was to be said.
    await forget(patient);
    const givenUp = await closedCount(patient);
    await network.block([{ protocol: 'udp' }, { protocol: 'tcp', port: mediaPort }]);
    await clock('TCP of media blocked too, until the patient was told', hears(patient, 'do not get through'));
    // And not only when that was long enough to open it anew.
    expect(await closedCount(patient)).toBe(givenUp);
    await network.block([]);
    await hears(patient, 'Sound and picture are back');
    await inConversation();
    expect(await heardOn(patient)).not.toContainEqual(expect.stringContaining('Connection lost.'));
  });

  it('[NET-3] tells both when there is no network any more, and is back by itself when there is one', async ({
    annotate,
  }) => {
    const clock = stopwatch(annotate);
    await forget(clinician, patient);
    await network.unplug();
    await Promise.all([
      clock('no network, until the patient was told', hears(patient, 'Connection lost.')),
      clock('until the clinician was told that nothing comes', hears(clinician, 'Nothing comes from')),
      clock('until the clinician was told that the connection is lost', hears(clinician, 'has lost the connection')),
    ]);
    await shows(patient, 'reconnecting');
    await clinician.waitForSelector('[data-state="dropped"]');
    await network.plug();
    await clock('back, until both saw and heard each other', inConversation());
    await hears(patient, 'You are connected again.');
    await hears(clinician, 'Ann Example is back.');
  });

  it('[NET-3] the same when the way is cut somewhere and no device knows', async ({ annotate }) => {
    const clock = stopwatch(annotate);
    await forget(clinician, patient);
    await network.cut();
    await Promise.all([
      clock('cut, until the patient was told that media does not get through', hears(patient, 'do not get through')),
      clock('until the patient was told that the connection is lost', hears(patient, 'Connection lost.')),
      clock('until the clinician was told that nothing comes', hears(clinician, 'Nothing comes from')),
      clock('until the clinician was told that the connection is lost', hears(clinician, 'has lost the connection')),
    ]);
    await network.mend();
    await clock('mended, until both saw and heard each other', inConversation());
  });

  it('[NET-4] goes on while only the connection to the server is lost, and that comes back', async ({ annotate }) => {
    const clock = stopwatch(annotate);
    await forget(clinician, patient);
    const port = Number(new URL(server.origin).port);
    await network.block([{ protocol: 'tcp', port }]);
    await Promise.all([
      clock('the socket blocked, until the patient was told', hears(patient, 'Connection lost.')),
      clock('until the clinician was told', hears(clinician, 'has lost the connection')),
    ]);
    await inConversation();
    await Promise.all([clinician.waitForSelector('[data-state="seen"]'), shows(clinician, 'person-dropped')]);
    await network.block([]);
    await clock('open again, until the patient was connected', hears(patient, 'You are connected again.'));
    await inConversation();
  });
});
