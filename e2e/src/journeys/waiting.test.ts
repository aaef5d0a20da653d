import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { misfits, narrow } from '../access/fits.ts';
import { decide, newClinic } from '../support/clinic.ts';
import type { HttpClient } from '../support/http-client.ts';
import { inTime } from '../support/in-time.ts';
import {
  admit,
  byTestId,
  click,
  endForEverybody,
  fill,
  giveDetails,
  says,
  saysIn,
  shows,
  turnOnDevices,
} from '../support/people.ts';
import { heardOn, hears, listenToThePage } from '../support/screen-reader.ts';
import { StaffSocket } from '../support/staff-socket.ts';
import { Stage, usualCast } from '../support/stage.ts';

interface Marked extends Window {
  sameDocument?: boolean;
}

const doctor = 'Dr Asha Patel';
const welcome = 'Please have your medicines at hand.\n\nعلى الرحب والسعة';
/** Longer than a place is kept at least. */
const patience = { timeout: 100_000 };

const textOf = (page: Page, testId: string) =>
  page.$eval(byTestId(testId), (part) => (part as HTMLElement).innerText.trim());
const place = (page: Page, text: string) => saysIn(page, byTestId('place'), text);
const titled = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.title.includes(wanted), {}, text);
const gone = (page: Page, testId: string) => page.waitForSelector(byTestId(testId), { hidden: true });
const mark = (page: Page) => page.evaluate(() => ((window as Marked).sameDocument = true));
const isSameDocument = (page: Page) => page.evaluate(() => (window as Marked).sameDocument === true);
/** What the page is sent of the queue from now on. */
async function placesTold(page: Page): Promise<unknown[]> {
  const told: unknown[] = [];
  const session = await page.createCDPSession();
  session.on('Network.webSocketFrameReceived', ({ response: { payloadData } }) => {
    const view = /^42\["queue:place",(.*)\]$/.exec(payloadData)?.[1];
    if (view !== undefined) told.push(JSON.parse(view));
  });
  await session.send('Network.enable');
  return told;
}

/** One morning of a clinic; each test is its next chapter. */
describe('three patients who wait in one clinic', () => {
  let stage: Stage;
  let clinician: HttpClient;
  let desk: StaffSocket;
  let clinicId: string;
  let url: string;
  let [ann, amal, bob]: Page[] = [];

  async function come(name: string, address: string): Promise<Page> {
    const page = await stage.open(address, { prepare: [listenToThePage] });
    await giveDetails(page, name);
    await turnOnDevices(page);
    return page;
  }

  /** The doctor's page in the consultation of the person of that name, who is let in. */
  async function letIn(name: string): Promise<Page> {
    const { consultationId } = await inTime(name, desk.roomOf(name));
    const page = await stage.staffPage(clinician, `/c/${consultationId}`);
    await admit(page, name);
    return page;
  }

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    clinician = await stage.account(doctor, ['clinician']);
    desk = await StaffSocket.atDesk(stage.server.origin, clinician);
    ({ id: clinicId, url } = await newClinic(clinician, { welcome }));
  });
  afterAll(async () => {
    desk.close();
    await stage.close();
  });

  it('[CLINIC-1] [QUEUE-3] [WAIT-6] come by its link, and each is told the place', async () => {
    ann = await come('Ann Example', url);
    amal = await come('Amal Haddad', stage.wire.over(url));
    bob = await come('Bob Carer', url);
    await place(ann, 'You are next');
    await place(amal, 'There is 1 person before you');
    await place(bob, 'There are 2 people before you');
    const addresses = [ann, amal, bob].map((page) => new URL(page.url()));
    expect(addresses.map(({ pathname }) => pathname)).toEqual(['/v', '/v', '/v']);
    expect(new Set(addresses.map(({ hash }) => hash)).size).toBe(3);
    await titled(bob, 'There are 2 people before you');
    await hears(bob, 'There are 2 people before you');
  });

  it('[WAIT-4] [QUEUE-3] are told that they are in the right place, and of nobody else', async () => {
    for (const page of [ann!, bob!]) {
      await says(page, 'You are in the right place');
      await says(page, 'Morning clinic');
      await says(page, 'If this page stops working, phone: 020 7946 0018');
      expect(await textOf(page, 'welcome')).toBe(welcome);
    }
    expect(await bob!.evaluate(() => document.body.innerText)).not.toMatch(/Ann Example|Amal/);
  });

  it('[CLINIC-1] [LINK-4] lead a second tab by the same link to the same visit and the same place', async () => {
    const second = await bob!.browserContext().newPage();
    await second.evaluateOnNewDocument(listenToThePage);
    await second.goto(url);
    await turnOnDevices(second);
    await place(second, 'There are 2 people before you');
    expect(new URL(second.url()).hash).toBe(new URL(bob!.url()).hash);
    await bob!.waitForSelector('[data-testid="goodbye-screen"][data-reason="taken_over"]');
    await bob!.close();
    bob = second;
  });

  it('[QUEUE-3] learn that the clinic runs late', async () => {
    await desk.request('clinic:late', { clinicId, minutes: 20 });
    await Promise.all([ann!, bob!].map((page) => saysIn(page, byTestId('late'), 'This clinic runs 20 minutes late')));
  });

  it('[DESK-2] [LANG-1] are written to, and read what staff send with one tap in their own language', async () => {
    await amal!.select(byTestId('language'), 'ar');
    await place(amal!, 'قبلك شخص واحد');
    const { consultationId } = await desk.roomOf('Amal Haddad');
    await desk.request('waiting:message', { consultationId, message: { template: 'still_there' } });
    await saysIn(amal!, byTestId('message'), 'هل ما زلت هنا؟');
    await saysIn(amal!, byTestId('message'), doctor);
    await hears(amal!, 'هل ما زلت هنا؟');
    await desk.request('waiting:message', { consultationId, message: { text: 'Are you in pain?' } });
    await saysIn(amal!, byTestId('message'), 'Are you in pain?');
    await amal!.setViewport(narrow);
    expect(await misfits(amal!)).toEqual([]);
    expect((await heardOn(amal!)).filter((said) => said.includes('هل ما زلت هنا؟'))).toHaveLength(1);
    expect(await ann!.$(byTestId('messages'))).toBeNull();
  });

  it('[DESK-2] answer, and staff read it; not where the practice does not want answers', async () => {
    await click(amal!, 'send-answer');
    await amal!.waitForSelector('.nhsuk-error-summary', { visible: true });
    await fill(amal!, 'text', 'نعم، أنا هنا');
    await click(amal!, 'send-answer');
    await hears(amal!, 'أُرسل ردّك.');
    const { consultationId } = await desk.roomOf('Amal Haddad');
    const last = () => desk.rooms.get(consultationId)!.messages.at(-1);
    await expect.poll(last).toMatchObject({ from: 'patient', text: 'نعم، أنا هنا' });
    await decide(stage.admin, { repliesAllowed: false });
    await desk.request('waiting:message', { consultationId, message: { template: 'soon' } });
    await saysIn(amal!, byTestId('message'), 'سنكون معك قريبًا.');
    await gone(amal!, 'send-answer');
  });

  it('[QUEUE-2] keep the place when they reload', async () => {
    await amal!.reload();
    await place(amal!, 'قبلك شخص واحد');
    await shows(amal!, 'message');
    await place(bob!, 'There are 2 people before you');
  });

  it('[DESK-8] [WAIT-6] are told at once, and once, that the practice is ringing', async () => {
    const { people } = await desk.roomOf('Bob Carer');
    const visitId = people[0]!.visitId;
    const ringing = 'Willowbrook Surgery (demo) is ringing you now. Keep your phone at hand.';
    await desk.request('waiting:ring', { visitId, ringing: true });
    await saysIn(bob!, byTestId('ringing'), ringing);
    await titled(bob!, ringing);
    await hears(bob!, ringing);
    await desk.request('waiting:ring', { visitId, ringing: false });
    await gone(bob!, 'ringing');
    await titled(bob!, 'There are 2 people before you');
    expect((await heardOn(bob!)).filter((said) => said === ringing)).toHaveLength(1);
  });

  it('[QUEUE-3] [QUEUE-5] [WAIT-6] move up without a reload when the first is let in', async () => {
    await Promise.all([amal!, bob!].map(mark));
    const told = await placesTold(bob!);
    const page = await letIn('Ann Example');
    await shows(ann!, 'call-screen');
    await place(amal!, 'دورك هو التالي');
    await place(bob!, 'There is 1 person before you');
    await hears(amal!, 'دورك هو التالي');
    expect(await Promise.all([amal!, bob!].map(isSameDocument))).toEqual([true, true]);
    await page.waitForSelector('[data-testid="person-tile"][data-state="seen"]');
    // The arrival of the clinician, being let in and joining the call each went through the queue.
    expect(told).toEqual([{ place: 2, wait: null, late: 20 }]);
  });

  it('[DESK-3] are told on hold that they are neither seen nor heard, and come back by themselves', async () => {
    const { consultationId, people } = await desk.roomOf('Ann Example');
    const { visitId } = people.find(({ name }) => name === 'Ann Example')!;
    const colleague = await stage.account('Dr Jo Okafor', ['clinician']);
    const other = await StaffSocket.inConsultation(stage.server.origin, colleague, consultationId);
    await ann!.waitForSelector('[data-testid="person-tile"][data-state="seen"]');
    await other.request('visit:hold', { visitId });
    await shows(ann!, 'held-screen');
    await says(ann!, 'At the moment your clinician can neither see nor hear you.');
    await titled(ann!, 'You are on hold');
    expect(await ann!.$(byTestId('remote-video'))).toBeNull();
    await desk.request('waiting:message', { consultationId, message: { template: 'few_minutes' } });
    await saysIn(ann!, byTestId('message'), 'It will be a few minutes more.');
    await other.request('visit:bring-back', { visitId });
    await shows(ann!, 'call-screen');
    await ann!.waitForSelector('[data-testid="person-tile"][data-state="seen"]');
    other.close();
  });

  it('[QUEUE-2] [QUEUE-6] are told until when the place is kept, and are last when they come back later', async () => {
    await decide(stage.admin, { placeKeptMinutes: 1 });
    // What is decided is told with the next news.
    await desk.request('clinic:late', { clinicId, minutes: null });
    const { consultationId } = await desk.roomOf('Amal Haddad');
    await desk.request('waiting:message', { consultationId, message: { template: 'running_late' } });
    await saysIn(amal!, byTestId('message'), 'نحن متأخرون');
    stage.wire.cut();
    await saysIn(amal!, byTestId('place-kept'), 'مكانك في قائمة الانتظار محفوظ حتى');
    await place(bob!, 'There is 1 person before you');
    await amal!.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent?.includes('مضى وقت طويل'),
      patience,
      byTestId('place-kept'),
    );
    await bob!.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent === 'You are next',
      patience,
      byTestId('place'),
    );
    stage.wire.mend();
    await place(amal!, 'قبلك شخص واحد');
    await place(bob!, 'You are next');
  });

  it('[QUEUE-3] [QUEUE-4] are told how long it may take once three calls are over', async () => {
    expect(await bob!.$(byTestId('expected-wait'))).toBeNull();
    for (const [name, page] of [
      ['Ann Example', ann!],
      ['Bob Carer', bob!],
      ['Amal Haddad', amal!],
    ] as const) {
      const { consultationId } = await desk.roomOf(name);
      const call = await stage.staffPage(clinician, `/c/${consultationId}`);
      if (name !== 'Ann Example') await admit(call, name);
      await call.waitForSelector('[data-testid="person-tile"][data-state="seen"]');
      await endForEverybody(call);
      await shows(page, 'goodbye-screen');
    }
    const next = await come('Nia Next', url);
    await place(next, 'You are next');
    await saysIn(next, byTestId('expected-wait'), 'You will be seen very soon');
  });
});
