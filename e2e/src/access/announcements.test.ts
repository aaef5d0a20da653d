import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admit, click, endForEverybody, giveDetails, press, says, shows, turnOnDevices } from '../support/people.ts';
import { heardOn, hears, listenToThePage } from '../support/screen-reader.ts';
import { Stage, usualCast } from '../support/stage.ts';

const prepare = [listenToThePage];

/** One consultation as it is heard, not seen; each test is its next chapter. */
describe('what a screen reader says by itself', () => {
  let stage: Stage;
  let clinician: Page;
  let patient: Page;
  let receptionist: Page;

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    const { patientLink, clinicianLink } = await stage.consultation();
    const session = await stage.account('Sam Desk', ['receptionist']);
    receptionist = await stage.open(stage.wire.over(`${stage.server.origin}/staff`), { session, prepare });
    await says(receptionist, usualCast.clinician);
    clinician = await stage.open(clinicianLink, { prepare });
    await shows(clinician, 'lobby-screen');
    patient = await stage.open(stage.wire.over(patientLink), { prepare });
  });
  afterAll(() => stage.close());

  it('[PAGE-4] tells staff that somebody has come, and who waits', async () => {
    await hears(clinician, 'Somebody has opened the patient’s link.');
    await giveDetails(patient, usualCast.patient);
    await hears(clinician, 'Ann Example is waiting.');
    await hears(receptionist, 'Ann Example is waiting.');
  });

  it('[PAGE-4] tells the patient at once of being let in, and the clinician who has come', async () => {
    await turnOnDevices(patient);
    await admit(clinician, usualCast.patient);
    await hears(patient, 'You have been let in.');
    await hears(clinician, 'Ann Example is in the call.');
  });

  it('[PAGE-4] tells who has muted the microphone or switched the camera off, and does not count the seconds', async () => {
    // At the beginning of a call devices come one after the other, which is no news.
    await says(clinician, /\b0:(0[5-9]|[1-5]\d)\b/);
    await click(patient, 'mute');
    await hears(clinician, 'Ann Example has muted the microphone.');
    await click(patient, 'camera');
    await hears(clinician, 'Ann Example has switched the camera off.');
    for (const page of [clinician, patient]) expect((await heardOn(page)).join(' ')).not.toMatch(/\d:\d\d/);
  });

  it('[PAGE-4] tells both sides that a connection is lost, and that it is back', async () => {
    stage.wire.cut();
    await hears(patient, 'Connection lost. We are getting you back.');
    await hears(clinician, 'Ann Example has lost the connection.');
    await hears(receptionist, 'Connection lost. What you see may be old.');
    stage.wire.mend();
    await hears(patient, 'You are connected again.');
    await hears(clinician, 'Ann Example is back.');
    await hears(receptionist, 'Connected again.');
  });

  it('[PAGE-4] brings the patient to the end by moving the focus to what it says', async () => {
    await endForEverybody(clinician);
    await patient.waitForFunction(() => document.activeElement?.textContent === 'The consultation is over');
  });

  it('[PAGE-4] tells that a link is copied', async () => {
    await receptionist.browserContext().setPermission(new URL(receptionist.url()).origin, {
      permission: { name: 'clipboard-write' },
      state: 'granted',
    });
    await receptionist.locator('#clinicianName').fill(usualCast.clinician);
    await press(receptionist, 'Start a video consultation');
    await press(receptionist, 'Copy the patient’s link');
    await hears(receptionist, 'Copied');
  });
});
