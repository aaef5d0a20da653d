import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Keyboard } from '../support/keyboard.ts';
import { framesPresented } from '../support/media-probe.ts';
import { byTestId, ownPicture, says, saysIn, shows } from '../support/people.ts';
import { Stage, usualCast } from '../support/stage.ts';

/** One consultation without a mouse; each test is its next chapter. */
describe('by keyboard alone', () => {
  let stage: Stage;
  let desk: Page;
  let clinicianPage: Page;
  let clinician: Keyboard;
  let patientPage: Page;
  let patient: Keyboard;
  let patientLink: string;

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    desk = await stage.blankPage();
  });
  afterAll(() => stage.close());

  it('[PAGE-3] a clinician makes an account, starts a consultation and opens it', async () => {
    const { url } = await stage.admin.send('staff-links.create', { roles: ['clinician'] });
    clinicianPage = await stage.open(url);
    clinician = new Keyboard(clinicianPage, desk);
    await saysIn(clinicianPage, 'h1', 'Make your account');
    await clinician.tabTo('Make my account');
    await clinician.press('Enter');
    await clinician.broughtTo('There is a problem');
    await clinician.tabTo('Enter your name');
    await clinician.press('Enter');
    await clinician.type(usualCast.clinician);
    await clinician.tabTo('Email address');
    await clinician.type('keys@willowbrook.example');
    await clinician.tabTo('Password');
    await clinician.type('four words together');
    await clinician.press('Enter');
    await clinician.broughtTo('Waiting list');
    await clinician.tabTo('Consultations');
    await clinician.press('Enter');
    await clinician.broughtTo('Consultations');
    await clinician.tabTo('Start a video consultation');
    await clinician.press('Enter');
    await clinician.broughtTo('The consultation is ready');
    patientLink = await clinicianPage.$eval('.fd-copy input', (input) => input.value);
    await clinician.tabTo('Copy the patient’s link');
    await clinician.tabTo('Open the consultation');
    await clinician.press('Enter');
    await clinician.broughtTo('Video consultation');
  });

  it('[PAGE-3] a patient gives the details, agrees, turns the devices on and waits', async () => {
    patientPage = await stage.open(patientLink);
    patient = new Keyboard(patientPage, desk);
    await patient.broughtTo('Your details');
    await patient.tabTo('Continue');
    await patient.press('Enter');
    await patient.broughtTo('There is a problem');
    await patient.tabTo('Enter your name');
    await patient.press('Enter');
    await patient.type(usualCast.patient);
    await patient.tabTo('I have read this and I agree');
    await patient.press('Space');
    await patient.tabTo('Continue');
    await patient.press('Enter');
    await patient.broughtTo('Camera and microphone');
    await patient.tabTo('Turn on camera and microphone');
    await patient.press('Enter');
    await patient.broughtTo('Check camera, sound and connection');
    await patient.tabTo('Go on');
    await patient.press('Enter');
    await patient.broughtTo('You are in the right place');
    await ownPicture(patientPage);
    await patient.tabTo('Mute');
    await patient.press('Space');
    await patient.broughtTo('Unmute');
    await patient.press('Space');
  });

  it('[PAGE-3] the question before admitting takes the focus, keeps it, and gives it back on Escape', async () => {
    await saysIn(clinicianPage, byTestId('queue-item'), usualCast.patient);
    await clinician.tabTo(`Admit ${usualCast.patient}`);
    await clinician.press('Enter');
    await clinician.broughtTo(`Let ${usualCast.patient} in?`);
    const stops = new Set<string>();
    for (let i = 0; i < 8; i += 1) stops.add(await clinician.tab());
    // Besides what the question offers there are only the browser's own controls.
    expect([...stops].filter((name) => name !== '').toSorted()).toEqual(['Cancel', `Let ${usualCast.patient} in`]);
    await clinician.press('Escape');
    await clinician.broughtTo(`Admit ${usualCast.patient}`);
    await clinicianPage.waitForSelector('dialog', { hidden: true });
  });

  it('[PAGE-3] the clinician admits, and both are brought to the call', async () => {
    await clinician.press('Enter');
    await clinician.broughtTo(`Let ${usualCast.patient} in?`);
    await clinician.tabTo(`Let ${usualCast.patient} in`);
    await clinician.press('Enter');
    await Promise.all([
      clinician.broughtTo('Video consultation'),
      patient.broughtTo(`Consultation with ${usualCast.clinician}`),
      framesPresented(patientPage, byTestId('remote-video'), 10),
    ]);
  });

  it('[PAGE-3] in the call the clinician mutes, and the patient thinks better of leaving', async () => {
    await clinician.tabTo('Mute');
    await clinician.press('Space');
    await shows(patientPage, 'person-muted');
    await patient.tabTo('Leave');
    await patient.press('Enter');
    await patient.broughtTo('Leave the consultation?');
    await patient.tabTo('Cancel');
    await patient.press('Space');
    await patient.broughtTo('Leave');
  });

  it('[PAGE-3] the clinician ends it, and both are brought to the goodbye', async () => {
    await clinician.tabTo('End for everybody');
    await clinician.press('Enter');
    await clinician.broughtTo('End the consultation for everybody?');
    await clinician.tabTo('End for everybody');
    await clinician.press('Enter');
    await clinician.broughtTo('The consultation has ended');
    await patient.broughtTo('The consultation is over');
    await clinician.tabTo('Back to your consultations');
    await clinician.press('Enter');
    await says(clinicianPage, 'Your open consultations');
  });

  it('[PAGE-3] the first stop of a page skips to what it is about', async () => {
    const page = await stage.open(stage.server.origin);
    const visitor = new Keyboard(page, desk);
    await saysIn(page, 'h1', 'Video consultations with your practice');
    expect(await visitor.tab()).toBe('Skip to main content');
    await visitor.press('Enter');
    await visitor.broughtTo('Video consultations with your practice');
    await visitor.tabTo('Staff sign in');
  });
});
