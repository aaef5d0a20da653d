import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide, newClinic } from '../support/clinic.ts';
import type { HttpClient } from '../support/http-client.ts';
import { byTestId, click, fill, says, shows } from '../support/people.ts';
import { StaffSocket } from '../support/staff-socket.ts';
import { Stage, usualCast } from '../support/stage.ts';

/** A text that is a picture, a drawing and a script to whoever takes it for part of the page; `of` tells it apart. */
const markup = (of: string): string => `${of}<img src=x onerror=hit()>"'><svg/onload=hit()>{{7*7}}end`;
const long = (of: string): string => `${markup(of)}<script>hit()</script><iframe src=javascript:hit()></iframe>`;

const texts = {
  practice: markup('practice'),
  agreement: long('agreement'),
  afterText: long('afterwards'),
  clinic: markup('clinic'),
  welcome: long('welcome'),
  clinician: markup('clinician'),
  receptionist: markup('desk'),
  expected: markup('expected'),
  patient: markup('patient'),
  guest: markup('guest'),
  message: long('message'),
  reply: long('reply'),
  reason: long('reason'),
  feedback: long('feedback'),
  apiKey: markup('key'),
};

interface Watched extends Window {
  trouble: string[];
  hit(): void;
}

/** Runs in the page before its own scripts: writes down what nobody wanted. */
function watchOut(): void {
  const watched = window as unknown as Watched;
  watched.trouble = [];
  watched.hit = () => watched.trouble.push('ran');
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    watched.trouble.push(violatedDirective),
  );
}

describe('[SEC-11] what people write is shown as they wrote it, and is never part of the page:', () => {
  let stage: Stage;
  let clinician: HttpClient;
  let receptionist: HttpClient;
  let desk: StaffSocket;
  const openedPages: Page[] = [];
  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    const { practice, agreement, afterText, clinician: name, receptionist: other } = texts;
    await decide(stage.admin, {
      name: practice,
      agreement,
      afterText,
      afterLink: 'https://willowbrook.example/?<script>',
    });
    clinician = await stage.account(name, ['clinician']);
    receptionist = await stage.account(other, ['receptionist']);
    desk = await StaffSocket.atDesk(stage.server.origin, receptionist);
  });
  afterAll(async () => {
    desk.close();
    await stage.close();
  });

  const open = async (address: string, session?: HttpClient) => {
    const page = await stage.open(address, { prepare: [watchOut], ...(session && { session }) });
    openedPages.push(page);
    return page;
  };
  const staffPage = (session: HttpClient, path: string) => open(`${stage.server.origin}${path}`, session);

  /** The page says each of these word for word, and has nothing in it that they describe. */
  async function showsAsText(page: Page, ...said: Array<keyof typeof texts>): Promise<void> {
    for (const what of said) await says(page, texts[what]);
    expect(await made(page)).toEqual([]);
  }
  const made = (page: Page) =>
    page.evaluate(() => [
      ...(window as unknown as Watched).trouble,
      ...[...document.querySelectorAll('[onerror],[onload],img[src="x"],iframe,script:not([src])')].map(
        (element) => element.outerHTML,
      ),
    ]);

  async function checkIn(page: Page, name: string): Promise<void> {
    await shows(page, 'details-screen');
    await page.locator('#name').fill(name);
    await page.locator('#agreed').click();
    await click(page, 'check-in');
    await click(page, 'without-devices');
    await shows(page, 'waiting-screen');
  }

  it('patients, guests, clinicians, the waiting list, the rooms, the trail, feedback and the rest', async () => {
    const { id: clinicId } = await newClinic(stage.admin, { name: texts.clinic, welcome: texts.welcome });
    const { patientLink } = await stage.consultation({
      clinicId,
      clinicianName: texts.clinician,
      patientName: texts.expected,
      expectedAt: Date.now(),
    });
    const patient = await open(patientLink);
    await showsAsText(patient, 'agreement', 'practice');
    await checkIn(patient, texts.patient);
    await showsAsText(patient, 'clinic', 'welcome', 'clinician');

    const { consultationId } = await desk.roomOf(texts.patient);
    await desk.request('waiting:message', { consultationId, message: { text: texts.message } });
    await showsAsText(patient, 'message', 'receptionist');
    await patient.locator('#text').fill(texts.reply);
    await click(patient, 'send-answer');
    await showsAsText(patient, 'reply');

    const guest = await open(patientLink);
    await click(guest, 'join-as-guest');
    await checkIn(guest, texts.guest);

    const list = await staffPage(receptionist, '/staff/waiting');
    await showsAsText(list, 'patient', 'guest', 'clinic', 'clinician');
    await list.locator('[aria-label^="Message"]').click();
    await showsAsText(list, 'message', 'reply', 'receptionist');
    await showsAsText(await staffPage(receptionist, '/staff'), 'patient', 'clinician');
    await showsAsText(await staffPage(stage.admin, '/staff/rooms'), 'patient', 'guest', 'clinician');
    await showsAsText(await staffPage(clinician, '/staff/clinics'), 'clinic');

    const surgery = await open(`${stage.server.origin}/c/${consultationId}`, clinician);
    await showsAsText(surgery, 'patient', 'guest');
    await surgery.locator(`${byTestId('admit')}[aria-label*="patient<img"]`).click();
    await shows(surgery, 'confirm-admit');
    await showsAsText(surgery, 'patient');
    await click(surgery, 'confirm-admit');
    await shows(patient, 'call-screen');
    await showsAsText(surgery, 'patient', 'guest');
    await showsAsText(patient, 'clinician');

    const { visitId: guestId } = (await desk.roomOf(texts.guest)).people.find(({ name }) => name === texts.guest)!;
    await desk.request('waiting:remove', { visitId: guestId, reason: texts.reason });
    await shows(guest, 'goodbye-screen');
    expect(await made(guest)).toEqual([]);
    await click(surgery, 'end-call');
    await click(surgery, 'confirm-end');

    await shows(patient, 'feedback');
    await showsAsText(patient, 'afterText');
    await patient.locator('#rating').click();
    await fill(patient, 'text', texts.feedback);
    await click(patient, 'send-feedback');
    await shows(patient, 'feedback-given');
    await stage.admin.send('api-keys.create', { name: texts.apiKey });
    await showsAsText(await staffPage(stage.admin, '/staff/feedback'), 'feedback');
    await showsAsText(await staffPage(stage.admin, '/staff/people'), 'clinician', 'receptionist');
    await showsAsText(await staffPage(stage.admin, '/staff/api-keys'), 'apiKey');
    await showsAsText(await staffPage(stage.admin, '/staff/trail'), 'reason', 'patient', 'guest', 'clinician');
    const practice = await staffPage(stage.admin, '/staff/practice');
    await practice.waitForSelector('#agreement');
    expect(await practice.$eval('#agreement', (field) => (field as HTMLTextAreaElement).value)).toBe(texts.agreement);
    expect(await made(practice)).toEqual([]);

    const { url } = await stage.admin.send('staff-links.create', { roles: ['clinician'] });
    await showsAsText(await open(url), 'practice');
    const { url: clinicUrl } = await newClinic(stage.admin, { name: texts.clinic, hours: [] });
    await showsAsText(await open(clinicUrl), 'clinic');
  });

  it('[SEC-12] the practice’s page after the call is a link that says nothing of where one comes from', async () => {
    const { patient } = await ended();
    const address = 'https://willowbrook.example/?%3Cscript%3E';
    expect(await patient.$eval(byTestId('after-link'), (link) => (link as HTMLAnchorElement).href)).toBe(address);
    const asked = patient.waitForRequest((request) => request.url() === address);
    await click(patient, 'after-link');
    expect((await asked).headers()['referer']).toBeUndefined();
  });

  it('and no page of all these ran anything, or was refused anything by its policy', async () => {
    expect(openedPages).toHaveLength(14);
    expect((await Promise.all(openedPages.map(made))).flat()).toEqual([]);
  });

  async function ended() {
    const { id, patientLink } = await stage.consultation();
    const patient = await stage.open(patientLink);
    await shows(patient, 'details-screen');
    await stage.admin.send('consultations.end', { id });
    await shows(patient, 'after-link');
    return { patient };
  }
});
