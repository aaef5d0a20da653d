import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { HttpClient } from '../support/http-client.ts';
import { framesPresented, peerConnectionCount } from '../support/media-probe.ts';
import {
  admit,
  arriveAndWait,
  byTestId,
  click,
  fill,
  follow,
  objects,
  press,
  says,
  saysIn,
  shows,
} from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { goTo, invite, makeAccount, pathOf, signIn, tableOf } from '../support/staff.ts';

const remotePicture = byTestId('remote-video');
const admins = { name: 'Robin Hughes', email: 'robin@practice.example', password: 'correct horse battery' };
const clinicians = { name: 'Dr Anna Patel', email: 'anna@practice.example', password: 'staple in the garden' };
const receptionists = { name: 'Sam Desk', email: 'sam@practice.example', password: 'nine green bottles' };

/** A practice's first day, from the empty server to the access trail; each test is its next chapter. */
describe("a practice's first day", () => {
  let server: ServerProcess;
  let browser: Browser;
  let admin: Tab;
  let clinician: Tab;
  let receptionist: Tab;
  let patient: Tab;
  let patientLink: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([ServerProcess.start({ args: ['--no-demo'] }), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('[OPS-2] [STAFF-3] the admin makes the first account by the set-up link, with a good password', async () => {
    admin = await follow(browser, server.setUpLink);
    await says(admin.page, 'as Admin');
    await fill(admin.page, 'name', admins.name);
    await fill(admin.page, 'email', admins.email);
    await fill(admin.page, 'password', 'short');
    await press(admin.page, 'Make my account');
    await says(admin.page, 'Enter a password of 12 characters or more');
    // What is wrong has the focus, and leads to where it can be put right.
    await admin.page.waitForFunction(() => document.activeElement?.matches('.nhsuk-error-summary'));
    await admin.page.locator('.nhsuk-error-summary a').click();
    expect(await admin.page.evaluate(() => document.activeElement?.id)).toBe('password');
    await makeAccount(admin.page, admins);
    expect(pathOf(admin.page)).toBe('/staff');
  });

  it('[STAFF-3] the link makes no second account', async () => {
    const second = await follow(browser, server.setUpLink);
    await says(second.page, 'This link does not work');
    await second.context.close();
  });

  it('[STAFF-1] the session is a cookie that no script and no other site gets at', async () => {
    const cookies = await admin.context.cookies();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(await admin.page.evaluate(() => document.cookie)).toBe('');
  });

  it('[STAFF-3] the admin invites a clinician and a receptionist, who make their accounts', async () => {
    await goTo(admin.page, 'People');
    clinician = await follow(browser, await invite(admin.page, 'Clinician'));
    await says(clinician.page, 'as Clinician.');
    await makeAccount(clinician.page, clinicians);
    await admin.page.reload();
    receptionist = await follow(browser, await invite(admin.page, 'Receptionist'));
    await makeAccount(receptionist.page, receptionists);
    // What is not for them is not offered to them, nor there.
    for (const { page } of [clinician, receptionist]) {
      expect(await page.$$eval('nav a', (links) => links.map((link) => link.textContent))).toEqual([
        'Waiting list',
        'Consultations',
        'Clinics',
        'Live rooms',
      ]);
      expect(pathOf(page)).toBe('/staff/waiting');
      await page.goto(`${server.origin}/staff/people`);
      await says(page, 'There is no such page');
      await goTo(page, 'Consultations');
    }
  });

  it('[STAFF-1] [STAFF-2] the clinician signs out, and in again with the right password only', async () => {
    await press(clinician.page, 'Sign out');
    await says(clinician.page, 'You are signed out.');
    expect(await clinician.context.cookies()).toEqual([]);
    await signIn(clinician.page, { ...clinicians, password: 'staple in the hedge' });
    await says(clinician.page, 'The email address or the password is not right.');
    await signIn(clinician.page, clinicians);
    await saysIn(clinician.page, 'h1', 'Waiting list');
    await goTo(clinician.page, 'Consultations');
    await says(clinician.page, 'Your open consultations');
  });

  it("[LINK-1] two clicks start a consultation and copy the patient's link", async () => {
    await clinician.context.setPermission(
      server.origin,
      { permission: { name: 'clipboard-read' }, state: 'granted' },
      { permission: { name: 'clipboard-write' }, state: 'granted' },
    );
    await press(clinician.page, 'Start a video consultation');
    await press(clinician.page, 'Copy the patient’s link');
    await says(clinician.page, 'Copied');
    patientLink = await clinician.page.evaluate(() => navigator.clipboard.readText());
    expect(patientLink).toMatch(new RegExp(`^${server.origin}/v#[\\w-]{22}$`));
  });

  it('[WAIT-3] [WATCH-1] clinician and receptionist see who waits by that link', async () => {
    patient = await arriveAndWait(browser, patientLink, 'Ann Example');
    for (const { page } of [clinician, receptionist]) {
      await saysIn(page, '.fd-person', 'Ann Example');
      await saysIn(page, '.fd-person', 'Waiting');
      await page.waitForFunction(() => document.title.startsWith('(1 waiting)'));
    }
  });

  it('[ADMIT-1] [CALL-1] the clinician opens it from the list and lets the patient in; both see each other', async () => {
    await clinician.page.locator('[aria-label^="Open the consultation"]').click();
    await shows(clinician.page, 'lobby-screen');
    expect(pathOf(clinician.page)).toMatch(/^\/c\/[0-9a-f-]{36}$/);
    await admit(clinician.page, 'Ann Example');
    await Promise.all([clinician, patient].map(({ page }) => framesPresented(page, remotePicture, 30)));
  });

  it('[WATCH-1] [WATCH-3] the receptionist watches the call, and can neither enter nor end it', async () => {
    await goTo(receptionist.page, 'Live rooms');
    await says(receptionist.page, 'In call for');
    await says(receptionist.page, /\d+ kbit\/s/);
    const names = await receptionist.page.$$eval('main button, main a', (all) => all.map((one) => one.textContent));
    expect(names).toEqual([]);
    const id = pathOf(clinician.page).split('/')[2]!;
    await receptionist.page.goto(`${server.origin}/c/${id}`);
    await says(receptionist.page, 'This consultation is not open to you');
    await receptionist.page.goto(`${server.origin}/staff`);
  });

  it('[WATCH-2] [WATCH-3] the admin watches without media and ends the room; both are told', async () => {
    await goTo(admin.page, 'Live rooms');
    await says(admin.page, 'In call for');
    expect(await peerConnectionCount(admin.page)).toBe(0);
    await admin.page.locator('[aria-label^="End this room: Dr Anna Patel"]').click();
    await saysIn(admin.page, 'dialog[open]', 'Ann Example');
    await press(admin.page, 'End this room');
    await says(clinician.page, 'The consultation has ended');
    await says(patient.page, 'The consultation is over');
    await says(admin.page, 'No open rooms.');
    await patient.context.close();
  });

  it('[LINK-3] its link opens nothing any more', async () => {
    const late = await follow(browser, patientLink);
    await says(late.page, 'The consultation is over');
    await late.context.close();
  });

  it('[API-1] a practice system makes a consultation with a key from the page, and both its links work', async () => {
    await goTo(admin.page, 'API keys');
    await fill(admin.page, 'name', 'Appointment book');
    await press(admin.page, 'Make a key');
    await says(admin.page, 'The key is ready');
    const key = await admin.page.$eval('.fd-copy input', (input) => input.value);
    const practiceSystem = new HttpClient(server.origin, key);
    const made = await practiceSystem.send('consultations.create', { clinicianName: clinicians.name });
    patient = await arriveAndWait(browser, made.patientLink, 'Bea Example');
    patientLink = made.patientLink;
    await clinician.page.goto(made.clinicianLink);
    await admit(clinician.page, 'Bea Example');
    await Promise.all([clinician, patient].map(({ page }) => framesPresented(page, remotePicture, 30)));
  });

  it('[CALL-5] [VISIT-3] the clinician removes the patient, who is told; the link brings nobody back', async () => {
    await click(clinician.page, 'remove');
    await saysIn(clinician.page, 'dialog[open]', 'Bea Example');
    await click(clinician.page, 'confirm-remove');
    await objects(clinician.page);
    await clinician.page.locator('dialog ::-p-text(Is not who we expected)').click();
    await click(clinician.page, 'confirm-remove');
    await says(patient.page, 'You were taken out of the consultation');
    await shows(clinician.page, 'lobby-screen');
    await patient.page.reload();
    await says(patient.page, 'This link was cancelled');
    const stranger = await follow(browser, patientLink);
    await says(stranger.page, 'This link was cancelled');
    for (const { page } of [patient, stranger]) expect(await peerConnectionCount(page)).toBe(0);
  });

  it('[STAFF-4] whoever has their account shut is signed out on every open page at once', async () => {
    const inRoom = clinician.page;
    // A tab behind another one would not be drawn.
    const atHome = await clinician.context.newPage({ type: 'window' });
    await atHome.goto(`${server.origin}/staff`);
    await atHome.locator('[aria-label^="Open the consultation"]').click();
    await shows(atHome, 'lobby-screen');
    await inRoom.goto(`${server.origin}/staff`);
    await says(inRoom, 'Your open consultations');
    await goTo(admin.page, 'People');
    await press(admin.page, `Shut account: ${clinicians.name}`);
    await saysIn(admin.page, 'dialog[open]', clinicians.name);
    await press(admin.page, 'Shut account');
    await says(admin.page, 'Shut since');
    await says(inRoom, 'You were signed out. Please sign in again.');
    await says(atHome, 'You are signed out');
    await signIn(inRoom, clinicians);
    await says(inRoom, 'The email address or the password is not right.');
  });

  it('[TRAIL-1] the trail shows who did what and when, by which link', async () => {
    await goTo(admin.page, 'Access trail');
    await says(admin.page, 'Entries of the access trail');
    const rows = await tableOf(admin.page);
    for (const [when] of rows) expect(when).toMatch(/^\d{1,2} \w+ \d{4}, \d\d:\d\d:\d\d$/);
    // Read from the beginning it is the story told above.
    const story = rows.toReversed().map(([, who, what]) => `${who}: ${what}`);
    expect(story).toEqual(
      expect.arrayContaining([
        'Robin Hughes: Made their account (admin)',
        'Dr Anna Patel: Signed out',
        'Unknown person: Could not sign in (wrong password)',
        'Dr Anna Patel: Made the consultation',
        'Ann Example: Opened the page',
        'Ann Example: Gave their name',
        'Dr Anna Patel: Let in: Ann Example',
        'Ann Example: Joined the call',
        'Robin Hughes: Ended a visit: Ann Example',
        'Robin Hughes: Ended the consultation',
        'Unknown person: Was refused (consultation ended)',
        'Appointment book: Made the consultation',
        expect.stringMatching(/^Dr Anna Patel: Removed: Bea Example.*Is not who we expected/),
        'Unknown person: Was refused (link revoked)',
        'Dr Anna Patel: Lost the connection',
        expect.stringMatching(/^Robin Hughes: Shut an account/),
      ]),
    );
    const [, , , link] = rows.find(([, , what]) => what === 'Made a link (patient)')!;
    const ofBea = rows.filter(([, who, what]) => who === 'Bea Example' || what?.startsWith('Removed: Bea Example'));
    expect(ofBea.map((row) => row[3])).toEqual(ofBea.map(() => link));
    expect(link).toMatch(/^[0-9a-f]{8}$/);
  });
});
