import { NotifyService } from '@front-door/server/src/testing/notify-service.ts';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { Keyboard } from '../support/keyboard.ts';
import { follow, says, saysIn, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { goTo } from '../support/staff.ts';

const button = '[aria-label^="Send the link: Dr Asha Patel"]';

describe('inviting a patient', () => {
  let service: NotifyService;
  let server: ServerProcess;
  let browser: Browser;
  let staff: Tab;
  let keyboard: Keyboard;

  beforeAll(async () => {
    service = await NotifyService.start();
    const { url, smsTemplate, emailTemplate } = service.settings;
    const env = {
      NOTIFY_URL: url,
      NOTIFY_API_KEY: service.apiKey,
      NOTIFY_SMS_TEMPLATE: smsTemplate!,
      NOTIFY_EMAIL_TEMPLATE: emailTemplate!,
    };
    [server, browser] = await Promise.all([ServerProcess.start({ env }), launchChromium()]);
    staff = await follow(browser, server.links.admin);
    keyboard = new Keyboard(staff.page, await browser.newPage());
    await staff.page.bringToFront();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await service.close();
  });

  it('[INVITE-1] [PAGE-3] staff send the link by keyboard, and the patient gets in by the text', async () => {
    await goTo(staff.page, 'Consultations');
    await staff.page.waitForSelector(button);
    await keyboard.tabTo((await staff.page.$eval(button, (element) => element.ariaLabel))!);
    await keyboard.press('Enter');
    await staff.page.waitForSelector('dialog #to');
    await keyboard.tabTo('Mobile number');
    await keyboard.type('07700 900123');
    await keyboard.tabTo('Send');
    await keyboard.press('Enter');
    await expect.poll(() => service.accepted.length).toBe(1);
    const { to, message } = service.accepted[0]!;
    expect(to).toBe('+447700900123');
    const [link] = /http\S+\/v#[\w-]{22}$/.exec(message)!;
    const patient = await follow(browser, link);
    await shows(patient.page, 'details-screen');
    await patient.context.close();
  });

  it('[INVITE-8] [PAGE-4] they see and hear what became of it, without asking', async () => {
    await staff.page.bringToFront();
    await says(staff.page, /Sent: \d\d:\d\d/);
    service.accepted[0]!.status = 'delivered';
    await says(staff.page, 'Delivered');
    await saysIn(staff.page, 'dialog [role="status"]', 'Delivered');
  });

  it('[INVITE-6] [INVITE-8] they are told why it failed', async () => {
    service.mishaps.push({ status: 400, error: 'ValidationError', message: 'phone_number Not a UK mobile number' });
    await keyboard.tabTo('Send');
    await keyboard.press('Enter');
    await says(staff.page, 'Failed: the number or address is not accepted.');
    expect(service.accepted).toHaveLength(1);
    await keyboard.press('Escape');
    await staff.page.waitForSelector('dialog', { hidden: true });
  });
});
