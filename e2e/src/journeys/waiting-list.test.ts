import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newClinic } from '../support/clinic.ts';
import type { HttpClient } from '../support/http-client.ts';
import { byTestId, click, fill, giveDetails, press, says, saysIn, shows, turnOnDevices } from '../support/people.ts';
import { hears, listenToThePage } from '../support/screen-reader.ts';
import { StaffSocket } from '../support/staff-socket.ts';
import { Stage, usualCast } from '../support/stage.ts';

const minute = 60_000;
const row = byTestId('row');
const inDialog = 'dialog[open]';
/** On a busy machine. */
const patience = { timeout: 20_000 };

interface Told extends Window {
  tones: number;
  notifications: string[];
  dialled: string[];
}

/** Runs in the page before its own scripts: keeps count of what is heard, what comes up over the screen, and is rung. */
function noteAlerts(): void {
  const told = window as unknown as Told;
  Object.assign(told, { tones: 0, notifications: [], dialled: [] });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    told.tones += 1;
    start.apply(this, when);
  };
  // Without a telephone the browser would ask which program is one.
  window.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="tel:"]');
    if (link === null || event.defaultPrevented) return;
    told.dialled.push(link.href);
    event.preventDefault();
  });
  const Shown = window.Notification;
  window.Notification = class extends Shown {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      told.notifications.push(title);
    }
  };
}

/** Resolves when the row of that name has that status. */
const has = (page: Page, name: string, status: string): Promise<unknown> =>
  page.waitForFunction(
    (selector, wanted, is) =>
      [...document.querySelectorAll<HTMLElement>(selector)].some(
        (one) => one.dataset['status'] === is && one.querySelector('h3')?.innerText === wanted,
      ),
    {},
    row,
    name,
    status,
  );

/** The text of the row of that name. */
const rowOf = (page: Page, name: string): Promise<string> =>
  page.$$eval(
    row,
    (rows, wanted) => rows.map((one) => (one as HTMLElement).innerText).find((text) => text.includes(wanted)) ?? '',
    name,
  );

/** The names in each part of the list, in their order, each with its place if it has one; but for the demonstration's. */
const parts = (page: Page): Promise<Record<string, string[]>> =>
  page.$$eval('section', (sections) =>
    Object.fromEntries(
      sections.map((section) => [
        section.querySelector('h2')!.innerText,
        [...section.querySelectorAll('li[data-testid="row"]')]
          .map((one) => {
            const place = one.querySelector('.fd-row__place')?.lastChild?.textContent;
            return `${place ? `${place} ` : ''}${one.querySelector('h3')!.textContent}`;
          })
          .filter((name) => name !== 'Name not known'),
      ]),
    ),
  );

/** One morning at the desk; each test is its next chapter. */
describe('the waiting list of a practice with two clinics', () => {
  let stage: Stage;
  let desk: Page;
  let doctor: Page;
  let colleague: StaffSocket;
  let receptionist: HttpClient;
  let minor: string;
  let diabetes: string;
  let ann: Page;
  let bob: Page;
  const links: Record<string, string> = {};

  async function appointment(clinicId: string, patientName: string, inMinutes: number, patientPhone?: string) {
    const about = { clinicId, patientName, expectedAt: Date.now() + inMinutes * minute };
    const { patientLink } = await stage.consultation({ ...about, ...(patientPhone && { patientPhone }) });
    links[patientName] = patientLink;
  }

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    receptionist = await stage.account('Sam Desk', ['receptionist']);
    const clinician = await stage.account(usualCast.clinician, ['clinician']);
    await stage.account('Dr Ben Jones', ['clinician']);
    colleague = await StaffSocket.atDesk(stage.server.origin, await stage.account('Kim Desk', ['receptionist']));
    minor = (await newClinic(receptionist, { name: 'Minor illness' })).id;
    diabetes = (await newClinic(receptionist, { name: 'Diabetes' })).id;
    const { origin } = stage.server;
    const prepare = [noteAlerts, listenToThePage];
    desk = await stage.open(`${origin}/staff/waiting`, { session: receptionist, prepare });
    doctor = await stage.open(`${origin}/staff/waiting`, { session: clinician, prepare: [listenToThePage] });
  });
  afterAll(async () => {
    colleague.close();
    await stage.close();
  });

  it('[DESK-1] [DESK-10] shows whoever is expected apart, by the time of the appointments', async () => {
    await says(desk, 'Nobody is here.');
    await appointment(minor, 'Anne Exampel', -5, '020 7946 0018');
    await appointment(diabetes, 'Bob Carer', 60);
    await appointment(minor, 'Cem Late', -30);
    for (const name of ['Anne Exampel', 'Bob Carer', 'Cem Late']) await has(desk, name, 'invited');
    expect(await parts(desk)).toMatchObject({
      Diabetes: [],
      'Minor illness': [],
      Expected: ['Cem Late', 'Anne Exampel', 'Bob Carer'],
    });
    await saysIn(desk, byTestId('queue'), '0 waiting · 0 in call · 2 expected');
  });

  it('[DESK-10] tells of arrivals by sound and notification only once somebody wants that, and names nobody', async () => {
    const told = () =>
      desk.evaluate(() => (({ tones, notifications }: Told) => ({ tones, notifications }))(window as unknown as Told));
    const permission = { permission: { name: 'notifications' }, state: 'granted' } as const;
    await desk.browserContext().setPermission(stage.server.origin, permission);
    bob = await stage.open(links['Bob Carer']!);
    await has(desk, 'Bob Carer', 'opened');
    expect(await told()).toEqual({ tones: 0, notifications: [] });
    await desk.locator('summary ::-p-text(Sound and notifications)').click();
    await press(desk, 'Switch the sound on');
    await says(desk, 'A quiet tone sounds');
    await press(desk, 'Switch notifications on');
    await says(desk, 'It names nobody.');
    const { tones } = await told();
    expect(tones).toBeGreaterThan(0);

    // Somebody who looks at another page is told by both.
    const another = await desk.browserContext().newPage();
    ann = await stage.open(links['Anne Exampel']!);
    const notifications = ['Somebody is waiting in Minor illness'];
    await expect.poll(told, patience).toEqual({ tones: 2 * tones, notifications });
    await another.close();
    await has(desk, 'Anne Exampel', 'opened');
  });

  it('[DESK-1] follows a patient from opening the page to waiting, with the name they gave beside the expected one', async () => {
    await giveDetails(ann, 'Ann Example');
    await has(desk, 'Ann Example', 'checking');
    await turnOnDevices(ann);
    await has(desk, 'Ann Example', 'waiting');
    const text = await rowOf(desk, 'Ann Example');
    for (const known of ['Waiting', 'Here for', 'Expected as Anne Exampel', 'Appointment', 'Came', '020 7946 0018']) {
      expect(text).toContain(known);
    }
    await saysIn(desk, row, 'Camera and microphone work');
    await saysIn(desk, row, 'Connection good');
    expect(text).not.toContain('Language');
    await ann.select(byTestId('language'), 'pl');
    await saysIn(desk, row, 'Polish');
    await ann.select(byTestId('language'), 'en');
    expect(await desk.$(`a[href="tel:02079460018"]`)).not.toBeNull();
  });

  it('[DESK-1] [DESK-10] shows who lost the connection, with the place that patients are told', async () => {
    const cem = await stage.open(stage.wire.over(links['Cem Late']!));
    await giveDetails(cem, 'Cem Late');
    await turnOnDevices(cem);
    await has(desk, 'Cem Late', 'waiting');
    // The appointment was earlier, but Ann was there before.
    expect((await parts(desk))['Minor illness']).toEqual(['1 Ann Example', '2 Cem Late']);
    stage.wire.cut();
    await has(desk, 'Cem Late', 'dropped');
    expect(await rowOf(desk, 'Cem Late')).toContain('Away for');
    expect((await parts(desk))['Minor illness']).toEqual(['1 Ann Example', '2 Cem Late']);
    stage.wire.mend();
    await has(desk, 'Cem Late', 'waiting');
  });

  it('[DESK-2] sends a message with one tap and another in own words, and marks the answer as unread until it is seen', async () => {
    await press(desk, 'Message: Ann Example');
    await press(desk, 'We will be with you soon.');
    await says(ann, 'We will be with you soon.');
    await hears(desk, 'The message to Ann Example is sent.');
    await press(desk, 'Send');
    await saysIn(desk, inDialog, 'Write a message');
    await fill(desk, 'text', 'Have you got your inhaler?');
    await press(desk, 'Send');
    await says(ann, 'Have you got your inhaler?');
    await desk.keyboard.press('Escape');
    await saysIn(desk, byTestId('row-messages'), '2 messages');
    await fill(ann, 'text', 'Yes, it is here.');
    await click(ann, 'send-answer');
    await saysIn(desk, byTestId('row-messages'), '1 new answer');
    await desk.locator(`${byTestId('row-messages')} button`).click();
    await saysIn(desk, inDialog, 'Yes, it is here.');
    await desk.keyboard.press('Escape');
    await saysIn(desk, byTestId('row-messages'), '3 messages');
  });

  it('[DESK-10] tells by how much a clinic runs late with one tap, and takes it back', async () => {
    await press(desk, '20 min late: Minor illness');
    await saysIn(ann, byTestId('late'), '20 minutes');
    await saysIn(doctor, byTestId('running-late'), 'Patients are told: 20 minutes late');
    await hears(desk, 'it runs 20 minutes late');
    await press(desk, 'Other: how late Minor illness runs');
    await press(desk, 'Tell patients');
    await saysIn(desk, inDialog, 'Enter a number of minutes from 1 to 240');
    await fill(desk, 'minutes', '45');
    await press(desk, 'Tell patients');
    await saysIn(ann, byTestId('late'), '45 minutes');
    await press(doctor, 'On time again: Minor illness');
    await ann.waitForSelector(byTestId('late'), { hidden: true });
    await desk.waitForSelector(`::-p-aria([name="On time again: Minor illness"])`, { hidden: true });
  });

  it('[DESK-7] marks who did not come as no-show; they come after all, and the mark is gone', async () => {
    await appointment(diabetes, 'Dan Absent', -40);
    await has(desk, 'Dan Absent', 'invited');
    await press(desk, 'More about Dan Absent');
    await press(desk, 'Mark as no-show: Dan Absent');
    await has(doctor, 'Dan Absent', 'no_show');
    await hears(desk, 'Dan Absent is marked as no-show.');
    await press(doctor, 'Take no-show back: Dan Absent');
    await has(desk, 'Dan Absent', 'invited');
    await press(desk, 'Mark as no-show: Dan Absent');
    await has(desk, 'Dan Absent', 'no_show');
    const dan = await stage.open(links['Dan Absent']!);
    await has(desk, 'Dan Absent', 'opened');
    // The mark is not offered while somebody is there.
    expect(await desk.$('::-p-aria([name="Mark as no-show: Dan Absent"])')).toBeNull();
    await dan.browserContext().close();
  });

  it('[DESK-8] rings up instead: the number first that was asked for, and the patient is told in the same tap', async () => {
    await click(ann, 'ring-me');
    await fill(ann, 'phone', '01632 960 001');
    await click(ann, 'send-ring-me');
    await saysIn(desk, row, 'Wants to be rung');
    await press(desk, 'Ring instead: Ann Example');
    await saysIn(desk, inDialog, 'They asked to be rung on this number.');
    expect(await desk.$$eval(`${inDialog} a`, (all) => all.map(({ href }) => href))).toEqual([
      'tel:01632960001',
      'tel:02079460018',
    ]);
    await desk.locator(`${inDialog} a`).click();
    expect(await desk.evaluate(() => (window as unknown as Told).dialled)).toEqual(['tel:01632960001']);
    await shows(ann, 'ringing');
    await saysIn(desk, inDialog, 'They see that you are ringing.');
    await saysIn(doctor, row, 'Being rung for');
    await press(desk, 'Could not reach: let them wait on');
    await ann.waitForSelector(byTestId('ringing'), { hidden: true });
    await has(desk, 'Ann Example', 'waiting');
    const { entries } = await stage.admin.send('trail.read', {});
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['rung_up', 'ringing_stopped']));
  });

  it('[DESK-5] [DESK-10] transfers to another clinic and clinician with the time of arrival, and shows each their own', async () => {
    await giveDetails(bob, 'Bob Carer');
    await turnOnDevices(bob);
    await has(desk, 'Bob Carer', 'waiting');
    const came = /Came \d\d:\d\d/.exec(await rowOf(desk, 'Bob Carer'))![0];
    await press(desk, 'More about Bob Carer');
    await press(desk, 'Transfer: Bob Carer');
    await desk.select('#toClinic', minor);
    const ben = await desk.$eval(
      '#toClinician',
      (select) => [...(select as HTMLSelectElement).options].find(({ text }) => text === 'Dr Ben Jones')!.value,
    );
    await desk.select('#toClinician', ben);
    await press(desk, 'Transfer');
    await hears(desk, 'Bob Carer is transferred.');
    await expect.poll(async () => (await parts(desk))['Minor illness'], patience).toContain('3 Bob Carer');
    expect(await rowOf(desk, 'Bob Carer')).toContain(came);
    expect(await rowOf(desk, 'Bob Carer')).toContain('For Dr Ben Jones');

    await desk.select('#clinician', ben);
    await expect.poll(async () => (await parts(desk))['Minor illness'], patience).toEqual(['3 Bob Carer']);
    await desk.select('#clinic', diabetes);
    await expect.poll(() => parts(desk), patience).toEqual({ Diabetes: [] });
    // The device remembers what was chosen.
    await desk.reload();
    await expect.poll(() => parts(desk), patience).toEqual({ Diabetes: [] });
    await desk.select('#clinic', '');
    await desk.select('#clinician', '');
    await has(desk, 'Ann Example', 'waiting');
    await doctor.select('#clinician', 'mine');
    await expect.poll(async () => (await parts(doctor))['Minor illness'], patience).not.toContain('3 Bob Carer');
    await doctor.select('#clinician', '');
  });

  it('[DESK-6] removes somebody for a reason in own words; the patient is told, and the appointment stays', async () => {
    await press(desk, 'More about Bob Carer');
    await press(desk, 'Remove: Bob Carer');
    await desk.locator('label ::-p-text(Something else)').click();
    await press(desk, 'Remove');
    await saysIn(desk, inDialog, 'Enter the reason');
    await fill(desk, 'own', 'Came twice');
    await press(desk, 'Remove');
    await says(bob, 'You were taken out of the consultation');
    await hears(desk, 'Bob Carer is removed.');
    await has(desk, 'Bob Carer', 'invited');
    const { entries } = await stage.admin.send('trail.read', {});
    expect(entries.find(({ action }) => action === 'removed')).toMatchObject({ reason: 'Came twice' });
  });

  it('[DESK-9] says so in words when a colleague was quicker', async () => {
    await press(desk, 'More about Ann Example');
    await press(desk, 'Transfer: Ann Example');
    const { consultationId } = await colleague.roomOf('Ann Example');
    await colleague.request('waiting:finish', { consultationId });
    await press(desk, 'Transfer');
    await saysIn(desk, inDialog, 'Not done: a colleague has already ended this visit.');
    await desk.waitForFunction(() => document.activeElement?.matches('dialog .nhsuk-error-summary'));
    await desk.keyboard.press('Escape');
  });

  it('[DESK-1] shows what is over when asked', async () => {
    await desk.locator('summary ::-p-text(Seen today)').click();
    await has(desk, 'Ann Example', 'ended');
    expect(await rowOf(desk, 'Ann Example')).toMatch(/Ended\s+At \d\d:\d\d/);
  });
});
