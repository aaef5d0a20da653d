import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchChromium, openTab } from '../support/browsers.ts';
import { framesPresented, soundHeard, watchPeerConnections } from '../support/media-probe.ts';
import { Network, whyNoNetworks } from '../support/network.ts';
import { admit, byTestId, giveDetails, shows, turnOnDevices } from '../support/people.ts';
import { hears, listenToThePage } from '../support/screen-reader.ts';
import { ServerProcess } from '../support/server.ts';

const remotePicture = byTestId('remote-video');

/** One call on a network of its own, to which one thing happens after the other; nobody touches a page. */
describe.skipIf(whyNoNetworks !== null)(`a call whose network changes ${whyNoNetworks ?? ''}`, () => {
  let network: Network;
  let server: ServerProcess;
  let browsers: Browser[];
  let clinician: Page;
  let patient: Page;

  beforeAll(async () => {
    network = await Network.open();
    server = await ServerProcess.start({ env: { HOST: network.serverAddress } });
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

  /** Says how long something took; it is for people to read, and decides nothing. */
  async function timed<T>(what: string, work: Promise<T>): Promise<T> {
    const begin = performance.now();
    const done = await work;
    console.log(`${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    return done;
  }

  it('[NET-1] goes on by itself over another link when the one it used is gone', async () => {
    await network.roam();
    await timed('from one network to another, until both saw and heard each other again', inConversation());
  });

  it('[NET-2] takes another way when the one of media is blocked', async () => {
    await network.block([{ protocol: 'udp' }]);
    await timed('UDP blocked, until the patient was told', shows(patient, 'media-failing'));
    await hears(patient, 'Sound and picture do not get through');
    await timed('and until both saw and heard each other over TCP', inConversation());
    await hears(patient, 'Sound and picture are back');
    await network.block([]);
  });
});
