import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import {
  framesPresented,
  mediaOffered,
  peerConnectionCount,
  received,
  soundHeard,
  until,
} from '../support/media-probe.ts';
import {
  admit,
  click,
  endForEverybody,
  follow,
  giveDetails,
  says,
  saysIn,
  shows,
  turnOnDevices,
} from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';

const remotePicture = '[data-testid="remote-video"]';

/** One story, told from the link to the end by three people at three browsers; each test is its next chapter. */
describe('a consultation', () => {
  let server: ServerProcess;
  let browsers: Browser[];
  let clinician: Tab;
  let patient: Tab;
  let admin: Tab;

  beforeAll(async () => {
    server = await ServerProcess.start();
    browsers = await Promise.all([launchChromium(), launchChromium(), launchChromium()]);
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
  });

  it('[WATCH-1] shows the admin the room before anybody is in it', async () => {
    admin = await follow(browsers[2]!, server.links.admin);
    await says(admin.page, 'Robin Hughes');
    await admin.page.goto(`${server.origin}/staff/rooms`);
    await says(admin.page, 'Dr Asha Patel');
  });

  it('[WAIT-1] [WAIT-3] shows the clinician and the admin who came, before any details', async () => {
    clinician = await follow(browsers[0]!, server.links.clinician);
    await shows(clinician.page, 'lobby-screen');
    patient = await follow(browsers[1]!, server.links.patient);
    await shows(patient.page, 'details-screen');
    await shows(clinician.page, 'queue-item');
  });

  it('[WAIT-2] asks for a name and agreement before waiting', async () => {
    await click(patient.page, 'check-in');
    await says(patient.page, 'Enter your name');
    await giveDetails(patient.page, 'Ann Example');
    await saysIn(clinician.page, '[data-testid="queue-item"]', 'Ann Example');
    await says(admin.page, 'Ann Example');
  });

  it('[ADMIT-3] [CHECK-1] sends neither sound nor picture while the patient waits, though the connection is checked', async () => {
    await turnOnDevices(patient.page);
    await patient.page.waitForFunction(() => {
      const self = document.querySelector<HTMLVideoElement>('[data-testid="self-video"]');
      return self !== null && self.videoWidth > 0;
    });
    await shows(clinician.page, 'report-connection');
    expect((await mediaOffered(patient.page)).tracksSent).toBe(0);
    await says(admin.page, 'No media yet');
  });

  it('[ADMIT-1] [ADMIT-2] [CALL-1] lets the named person in; both see and hear each other', async () => {
    await admit(clinician.page, 'Ann Example');
    await Promise.all([shows(clinician.page, 'call-screen'), shows(patient.page, 'call-screen')]);
    await Promise.all([
      framesPresented(clinician.page, remotePicture, 30),
      framesPresented(patient.page, remotePicture, 30),
      soundHeard(clinician.page),
      soundHeard(patient.page),
    ]);
  });

  it('[WATCH-1] [WATCH-2] shows the admin the call with its figures, and no media', async () => {
    await says(admin.page, /\d+ kbit\/s/);
    await says(admin.page, /\d+ ms/);
    await says(admin.page, 'In call');
    expect(await peerConnectionCount(admin.page)).toBe(0);
  });

  it('[CALL-2] muting stops the sound at the server: no packet reaches the other side', async () => {
    await click(patient.page, 'mute');
    await shows(clinician.page, 'person-muted');
    // Nothing is on its way any more once two looks in a row find the same count.
    let packets = -1;
    await until(
      async () => (await received(clinician.page)).audioPackets,
      (now) => now === packets || ((packets = now), false),
    );
    const before = await received(clinician.page);
    await framesPresented(clinician.page, remotePicture, 30);
    const after = await received(clinician.page);
    expect(after.audioPackets).toBe(before.audioPackets);
    expect(after.videoPackets).toBeGreaterThan(before.videoPackets);

    await click(patient.page, 'mute');
    await soundHeard(clinician.page);
  });

  it('[CALL-2] switching the camera off stops the picture, and it comes back', async () => {
    await click(patient.page, 'camera');
    await clinician.page.waitForSelector('[data-testid="person-tile"][data-state="cameraOff"]');
    await soundHeard(clinician.page);
    await click(patient.page, 'camera');
    await framesPresented(clinician.page, remotePicture, 30);
  });

  it('[CALL-7] leads back into the call after a reload, without another admission', async () => {
    await patient.page.reload();
    await shows(patient.page, 'call-screen');
    await Promise.all([
      framesPresented(clinician.page, remotePicture, 30),
      framesPresented(patient.page, remotePicture, 30),
      soundHeard(clinician.page),
      soundHeard(patient.page),
    ]);
  });

  it('[CALL-3] [LINK-4] a third person joins as a guest by the same link, and all three see and hear each other', async () => {
    const guest = await follow(browsers[2]!, server.links.patient);
    await shows(guest.page, 'in-use-screen');
    await click(guest.page, 'join-as-guest');
    await giveDetails(guest.page, 'Bob Carer');
    await turnOnDevices(guest.page);
    expect((await mediaOffered(guest.page)).tracksSent).toBe(0);
    await admit(clinician.page, 'Bob Carer');
    const everybody = [clinician.page, patient.page, guest.page];
    await Promise.all(
      everybody.flatMap((page) => [
        page.waitForFunction(
          (selector) =>
            [...document.querySelectorAll<HTMLVideoElement>(selector)].filter(
              (video) => video.getVideoPlaybackQuality().totalVideoFrames > 30,
            ).length === 2,
          {},
          remotePicture,
        ),
        soundHeard(page),
      ]),
    );
    await guest.context.close();
  });

  it('[PAGE-1] has loaded nothing from anywhere else, and nothing went wrong on the pages', () => {
    for (const { requests, errors } of [clinician, patient, admin]) {
      expect(
        requests.filter((address) => !address.startsWith(server.origin) && !/^(data|blob):/.test(address)),
      ).toEqual([]);
      expect(errors).toEqual([]);
    }
  });

  it('[CALL-4] the clinician ends it for everybody, and the links are dead', async () => {
    await endForEverybody(clinician.page);
    await Promise.all([shows(clinician.page, 'goodbye-screen'), shows(patient.page, 'goodbye-screen')]);
    await patient.page.reload();
    await shows(patient.page, 'goodbye-screen');
    expect(await peerConnectionCount(patient.page)).toBe(0);
    const late = await follow(browsers[2]!, server.links.patient);
    await shows(late.page, 'goodbye-screen');
    expect(await peerConnectionCount(late.page)).toBe(0);
  });
});
