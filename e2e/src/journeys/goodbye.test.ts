import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  admit,
  byTestId,
  click,
  endForEverybody,
  fill,
  giveDetails,
  inCall,
  press,
  says,
  shows,
  turnOnDevices,
  removeFromCall,
} from '../support/people.ts';
import { Stage, usualCast } from '../support/stage.ts';

const settings: HttpInput<'practice.update'> = {
  name: 'Willowbrook Surgery',
  phone: '020 7946 0018',
  agreement: 'We talk by video.',
  timeZone: 'Europe/London',
  showsPlace: true,
  showsWait: true,
  placeKeptMinutes: 10,
  repliesAllowed: true,
  afterText: 'Your plan comes by text.\n\nYour medicine is at the pharmacy from noon.',
  afterLink: 'https://willowbrook.example/after?from=call',
  feedbackWanted: true,
};

const isThere = async (page: Page, testId: string) => (await page.$(byTestId(testId))) !== null;
const heading = (page: Page) => page.$eval('h1', (element) => element.textContent);
const choose = (page: Page, answer: string) => page.locator(`::-p-aria([name="${answer}"][role="radio"])`).click();
async function empty(page: Page, id: string): Promise<void> {
  await page.focus(`#${id}`);
  await page.$eval(`#${id}`, (field) => (field as HTMLInputElement).select());
  await page.keyboard.press('Backspace');
}
const goodbye = (page: Page, reason: string) =>
  page.waitForSelector(`[data-testid="goodbye-screen"][data-reason="${reason}"]`, { visible: true });
/** With which status the page's question for the goodbye was answered. */
async function answerAfter(page: Page, work: () => Promise<unknown>): Promise<number> {
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/goodbye'));
  await work();
  return (await asked).status();
}

describe('after the call', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    await stage.admin.send('practice.update', settings);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('[GOODBYE-1] [FEEDBACK-1] [FEEDBACK-3] says what happens next and asks how it was, once, and the admin reads it', async () => {
    const { clinician, patient } = await stage.call();
    await endForEverybody(clinician);
    await shows(patient, 'what-happens-next');
    expect(await heading(patient)).toBe('The consultation is over');
    expect(await patient.$eval(byTestId('after-text'), (text) => (text as HTMLElement).innerText)).toBe(
      settings.afterText,
    );
    const call = await patient.$eval(`${byTestId('what-happens-next')} [href^="tel:"]`, (a) => a.getAttribute('href'));
    expect(call).toBe('tel:02079460018');

    await click(patient, 'send-feedback');
    await says(patient, 'Choose one answer');
    await choose(patient, 'Good');
    await fill(patient, 'text', 'The sound stopped twice.');
    await click(patient, 'send-feedback');
    await shows(patient, 'feedback-given');
    const focused = await patient.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('Thank you. It helps your practice.');
    expect(await isThere(patient, 'feedback')).toBe(false);

    expect(await answerAfter(patient, () => patient.reload())).toBe(200);
    await shows(patient, 'feedback-given');
    expect(await isThere(patient, 'feedback')).toBe(false);
    expect(await patient.$eval('footer', (footer) => footer.innerText)).toContain('020 7946 0018');

    const admin = await stage.staffPage(stage.admin, '/staff/feedback');
    await says(admin, 'The sound stopped twice.');
    await says(admin, 'In the last 30 days: 4.0 of 5, from 1 answer.');
    const seen = await admin.$eval('main', (main) => main.innerText);
    expect(seen).toContain('4 – good');
    expect(seen).not.toContain(usualCast.patient);
    const trail = await stage.staffPage(stage.admin, '/staff/trail');
    await says(trail, 'Gave feedback');
    expect(await trail.$eval('main', (main) => main.innerText)).not.toContain('sound stopped');
  });

  it('[GOODBYE-1] leads on to the page of the practice’s choice, in the same tab, and says where', async () => {
    const { clinician, patient } = await stage.call();
    await endForEverybody(clinician);
    await shows(patient, 'after-link');
    expect(await patient.$eval(byTestId('after-link'), (link) => link.textContent)).toContain('willowbrook.example');
    await patient.setRequestInterception(true);
    const asked: Array<{ url: string; referer: string | undefined }> = [];
    patient.on('request', (request) => {
      asked.push({ url: request.url(), referer: request.headers()['referer'] });
      void request.respond({ contentType: 'text/html', body: '<h1>After your call</h1>' });
    });
    await click(patient, 'after-link');
    await says(patient, 'After your call');
    expect(patient.url()).toBe(settings.afterLink);
    // The link's secret stays here.
    expect(asked[0]).toEqual({ url: settings.afterLink, referer: undefined });
    const tabs = await patient.browserContext().pages();
    expect(tabs).toHaveLength(1);
  });

  it('[GOODBYE-2] finds who was away when it ended, and who opens the link again', async () => {
    const { clinician, patient, patientLink } = await stage.call({ overWire: 'patient' });
    stage.wire.cut();
    await shows(patient, 'reconnecting');
    await endForEverybody(clinician);
    await goodbye(clinician, 'consultation_ended');
    stage.wire.mend();
    await goodbye(patient, 'consultation_ended');
    await shows(patient, 'feedback');
    const other = await stage.open(patientLink);
    await shows(other, 'feedback');
    expect(await heading(other)).toBe('The consultation is over');
  });

  it('[GOODBYE-3] [FEEDBACK-2] says nothing of it to who was removed, and asks them nothing', async () => {
    const { clinician, patient } = await stage.call();
    await removeFromCall(clinician);
    await goodbye(patient, 'visit_removed');
    await endForEverybody(clinician);
    await goodbye(clinician, 'consultation_ended');
    expect(await isThere(patient, 'what-happens-next')).toBe(false);
    expect(await answerAfter(patient, () => patient.reload())).toBe(410);
    await goodbye(patient, 'consultation_ended');
    expect(await isThere(patient, 'what-happens-next')).toBe(false);
    expect(await isThere(patient, 'feedback')).toBe(false);
  });

  it('[FEEDBACK-2] asks nobody who was not called in how the call was, and still says what happens next', async () => {
    const { id, patientLink } = await stage.consultation();
    const patient = await stage.waiting(patientLink, usualCast.patient);
    await stage.admin.send('consultations.end', { id });
    await shows(patient, 'what-happens-next');
    await says(patient, 'Your plan comes by text.');
    expect(await isThere(patient, 'feedback')).toBe(false);
  });

  it('[GOODBYE-4] says that it is over while the rest cannot be had, and brings that when it can', async () => {
    const { clinician, patient } = await stage.call();
    let isReached = false;
    const kept: string[] = [];
    await patient.setRequestInterception(true);
    patient.on('request', (request) => {
      const keep = !isReached && request.url().endsWith('/api/goodbye');
      if (keep) kept.push(request.url());
      void (keep ? request.abort() : request.continue());
    });
    await endForEverybody(clinician);
    await goodbye(patient, 'consultation_ended');
    await expect.poll(() => kept.length).toBeGreaterThan(1);
    expect(await heading(patient)).toBe('The consultation is over');
    expect(await isThere(patient, 'what-happens-next')).toBe(false);
    isReached = true;
    await shows(patient, 'feedback');
  });

  it('[GOODBYE-4] stays and says goodbye while its own last part cannot be had', async () => {
    const { clinicianLink, patientLink } = await stage.consultation();
    const patient = await stage.open(patientLink);
    let isReached = false;
    const kept: string[] = [];
    await patient.setRequestInterception(true);
    patient.on('request', (request) => {
      const keep = !isReached && request.url().includes('/OverScreen');
      if (keep) kept.push(request.url());
      void (keep ? request.abort() : request.continue());
    });
    await patient.reload();
    await giveDetails(patient, usualCast.patient);
    await turnOnDevices(patient);
    const clinician = await stage.open(clinicianLink);
    await admit(clinician, usualCast.patient);
    await inCall(patient);
    expect(kept.length).toBeGreaterThan(0);
    await endForEverybody(clinician);
    await says(patient, 'We cannot reach Front Door.');
    expect(await heading(patient)).toBe('Goodbye');
    isReached = true;
    await shows(patient, 'feedback');
    expect(await heading(patient)).toBe('The consultation is over');
  });

  it('[GOODBYE-1] [STAFF-7] uses our own words where the practice has none, as the admin sets it', async () => {
    const admin = await stage.staffPage(stage.admin, '/staff/practice');
    await says(admin, 'After the call');
    for (const field of ['afterText', 'afterLink']) await empty(admin, field);
    await admin.locator('#feedbackWanted').click();
    await admin.select('#timeZone', 'Europe/Warsaw');
    await fill(admin, 'placeKeptMinutes', '0');
    await press(admin, 'Save');
    await says(admin, 'Enter a number of minutes from 1 to 120');
    await fill(admin, 'placeKeptMinutes', '30');
    await press(admin, 'Save');
    await says(admin, 'Saved.');
    expect(await stage.admin.send('practice.read', {})).toEqual({
      ...settings,
      timeZone: 'Europe/Warsaw',
      placeKeptMinutes: 30,
      afterText: null,
      afterLink: null,
      feedbackWanted: false,
    });
    const { clinician, patient } = await stage.call();
    await endForEverybody(clinician);
    await shows(patient, 'what-happens-next');
    await says(patient, 'If you feel worse, need help or have a question, phone your practice.');
    expect(await isThere(patient, 'feedback')).toBe(false);
    expect(await isThere(patient, 'after-link')).toBe(false);
  });
});
