import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameraBusy, makeInterruptible, soundPlays, stopSound, takeDevices } from '../support/interruptions.ts';
import { framesPresented, soundHeard } from '../support/media-probe.ts';
import { admit, byTestId, click, ownPicture, removeFromCall, says, saysIn, shows } from '../support/people.ts';
import { forget, hears, listenToThePage } from '../support/screen-reader.ts';
import { noteSocketMessages, signOfLife } from '../support/socket-messages.ts';
import { Stage, usualCast } from '../support/stage.ts';

const remotePicture = byTestId('remote-video');
const { patient: name } = usualCast;
const gone = (page: Page, testId: string) => page.waitForSelector(byTestId(testId), { hidden: true });

/** Puts another page in front; gives how to look at this one again. */
async function lookAway(page: Page): Promise<() => Promise<void>> {
  const other = await page.browserContext().newPage();
  await other.bringToFront();
  await page.waitForFunction(() => document.visibilityState === 'hidden', { polling: 100 });
  return async () => {
    await page.bringToFront();
    await other.close();
  };
}

/** One call in which a patient's phone does one thing after the other. */
describe('a phone in a call', () => {
  let stage: Stage;
  let clinician: Page;
  let patient: Page;
  let phone: CDPSession;

  const inConversation = () =>
    Promise.all([clinician, patient].flatMap((page) => [framesPresented(page, remotePicture, 15), soundHeard(page)]));

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    const prepare = [listenToThePage, makeInterruptible];
    const { patientLink, clinicianLink } = await stage.consultation();
    clinician = await stage.open(clinicianLink, { prepare });
    patient = await stage.waiting(patientLink, name, { prepare: [...prepare, noteSocketMessages] });
    phone = await patient.createCDPSession();
    await phone.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await admit(clinician, name);
    await inConversation();
  });
  afterAll(() => stage?.close());

  it('[PHONE-1] is rung up: both are told, and one tap takes everything again', async () => {
    await takeDevices(patient, 'audio', 'video');
    await shows(patient, 'interrupted');
    await hears(patient, 'Your camera and microphone were taken away');
    await shows(patient, 'self-muted');
    await saysIn(clinician, byTestId('person-interrupted'), `A phone call or another app has interrupted ${name}.`);
    await hears(clinician, `has interrupted ${name}`);
    await click(patient, 'carry-on');
    await gone(patient, 'interrupted');
    await hears(patient, 'You can carry on.');
    await gone(clinician, 'person-interrupted');
    await hears(clinician, `${name} can carry on.`);
    await ownPicture(patient);
    await inConversation();
  });

  it('[PHONE-3] loses the camera to another program: sound goes on, and the camera is tried again until it is free', async () => {
    await cameraBusy(patient, true);
    await takeDevices(patient, 'video');
    await saysIn(patient, byTestId('interrupted'), 'Your camera was taken away');
    await saysIn(clinician, byTestId('person-interrupted'), 'Something has interrupted the camera');
    await soundHeard(clinician);
    await click(patient, 'carry-on');
    await says(patient, 'It is still in use.');
    await hears(patient, 'It is still in use.');
    await cameraBusy(patient, false);
    await click(patient, 'carry-on');
    await gone(patient, 'interrupted');
    await inConversation();
  });

  it('[PHONE-5] plays on what was stopped, and asks for a tap when the browser wants one', async () => {
    await patient.evaluate(() => document.querySelector('audio')!.pause());
    await soundPlays(patient);
    await stopSound(patient);
    await shows(patient, 'tap-to-hear');
    await hears(patient, 'holding back the sound');
    await click(patient, 'tap-to-hear');
    await gone(patient, 'tap-to-hear');
    await soundPlays(patient);
  });

  it('[PHONE-2] has its screen off, with the devices taken: the other is told, and everything is back with the screen', async () => {
    await forget(clinician, patient);
    const lookAgain = await lookAway(patient);
    await saysIn(clinician, byTestId('person-interrupted'), `The screen of ${name} is off, or another app is open.`);
    await hears(clinician, `The screen of ${name} is off`);
    await takeDevices(patient, 'audio', 'video');
    await lookAgain();
    await gone(patient, 'interrupted');
    await gone(clinician, 'person-interrupted');
    await hears(clinician, `${name} can carry on.`);
    await inConversation();
  });

  it('[PHONE-2] is put to sleep by the browser until the connection is lost, and wakes up into the call', async () => {
    await forget(clinician, patient);
    const lookAgain = await lookAway(patient);
    await phone.send('Page.setWebLifecycleState', { state: 'frozen' });
    await hears(clinician, `The screen of ${name} is off`);
    await hears(clinician, `${name} has lost the connection.`);
    await phone.send('Page.setWebLifecycleState', { state: 'active' });
    await lookAgain();
    await hears(clinician, `${name} is back.`);
    await inConversation();
  });

  it('[PHONE-4] throws the page away: it comes back into the call, muted as it was', async () => {
    await click(patient, 'mute');
    await shows(clinician, 'person-muted');
    await patient.reload();
    await shows(patient, 'self-muted');
    await framesPresented(clinician, remotePicture, 15);
    await shows(clinician, 'person-muted');
    await click(patient, 'mute');
    await inConversation();
  });

  it('[NET-6] notices a server that does not answer once it looks, before anybody’s patience is out', async () => {
    await forget(clinician, patient);
    await signOfLife(patient);
    const since = performance.now();
    process.kill(stage.server.pid, 'SIGSTOP');
    try {
      await patient.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await shows(patient, 'reconnecting');
      // Who has no reason to look notices 12 s after the last sign of life.
      expect(performance.now() - since).toBeLessThan(10_000);
    } finally {
      process.kill(stage.server.pid, 'SIGCONT');
    }
    await hears(patient, 'You are connected again.');
    await inConversation();
  });
});

describe('a phone that is away, or lacks something', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set(usualCast);
  });
  afterAll(() => stage?.close());

  it('[PHONE-6] keeps its screen on, also after the browser let it go dark', async () => {
    const { patientLink } = await stage.consultation();
    const page = await stage.waiting(patientLink, name, {
      prepare: [
        () => {
          const locks: WakeLockSentinel[] = [];
          Object.assign(window, { locks });
          const { wakeLock } = navigator;
          const request = wakeLock.request.bind(wakeLock);
          wakeLock.request = async (type) => {
            const lock = await request(type);
            locks.push(lock);
            return lock;
          };
        },
      ],
    });
    const held = () =>
      page.waitForFunction(() =>
        (window as unknown as { locks: WakeLockSentinel[] }).locks.some(({ released }) => !released),
      );
    await held();
    await page.evaluate(() =>
      Promise.all((window as unknown as { locks: WakeLockSentinel[] }).locks.map((lock) => lock.release())),
    );
    await held();
  });

  it('[NET-7] [VISIT-3] is told that it cannot come back when the person was removed meanwhile', async () => {
    const { clinician, patient } = await stage.call({ overWire: 'patient' });
    stage.wire.cut();
    await shows(patient, 'reconnecting');
    await shows(clinician, 'person-dropped');
    await removeFromCall(clinician);
    stage.wire.mend();
    await says(patient, 'This link was cancelled');
    await patient.reload();
    await says(patient, 'This link was cancelled');
  });

  it('[PHONE-3] has no camera because another program has it: is told, let in with sound, and seen once it is free', async () => {
    const { patientLink, clinicianLink } = await stage.consultation();
    const clinician = await stage.open(clinicianLink);
    const busy = () => {
      Object.assign(window, { cameraBusy: true });
    };
    const patient = await stage.waiting(patientLink, name, { prepare: [makeInterruptible, busy] });
    await admit(clinician, name);
    await saysIn(patient, byTestId('device-problem'), 'Another program is using your camera.');
    await soundHeard(clinician);
    await cameraBusy(patient, false);
    await click(patient, 'retry-devices');
    await gone(patient, 'device-problem');
    await framesPresented(clinician, remotePicture, 15);
  });
});
