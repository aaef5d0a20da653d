import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';

const serviceId = '26785a09-ab16-4eb0-8407-a37497a57506';
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const mail = { SMTP_URL: 'smtp://me:secret@mail.example:587', MAIL_FROM: 'video@willowbrook.example' };
const notify = { NOTIFY_API_KEY: `our_key-2-${serviceId}-${secret}`, NOTIFY_SMS_TEMPLATE: template };

const read = (env: NodeJS.ProcessEnv, ...args: string[]) => readConfig(env, args).invitations;
const complaint = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env, []);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('[INVITE-11] what sends invitations', () => {
  it('is nothing at first: the demonstration shows them, and a practice’s own server does not', () => {
    expect(read({})).toEqual({ show: true, smtp: null, notify: null });
    expect(read({}, '--no-demo')).toEqual({ show: false, smtp: null, notify: null });
    expect(read({ INVITATIONS: 'show' }, '--no-demo')).toMatchObject({ show: true });
    expect(read({ INVITATIONS: 'send' })).toMatchObject({ show: false });
  });

  it('is what is set up, also in the demonstration', () => {
    expect(read(mail)).toEqual({
      show: false,
      smtp: { url: mail.SMTP_URL, from: mail.MAIL_FROM, encrypted: true },
      notify: null,
    });
    expect(read({ ...notify, NOTIFY_EMAIL_TEMPLATE: template, NOTIFY_URL: 'https://notify.example/' })).toEqual({
      show: false,
      smtp: null,
      notify: { url: 'https://notify.example', serviceId, secret, smsTemplate: template, emailTemplate: template },
    });
    expect(read(notify).notify).toMatchObject({
      url: 'https://api.notifications.service.gov.uk',
      emailTemplate: null,
    });
    expect(read({ ...mail, INVITATIONS: 'show' })).toMatchObject({ show: true });
  });

  it.each([
    ['NOTIFY_API_KEY', { ...notify, NOTIFY_API_KEY: `${serviceId}-${secret}` }],
    ['NOTIFY_API_KEY', { ...notify, NOTIFY_API_KEY: `our_key-${serviceId}-${secret}x` }],
    ['NOTIFY_API_KEY', { NOTIFY_API_KEY: notify.NOTIFY_API_KEY }],
    ['NOTIFY_API_KEY', { NOTIFY_SMS_TEMPLATE: template }],
    ['NOTIFY_SMS_TEMPLATE', { ...notify, NOTIFY_SMS_TEMPLATE: 'our template' }],
    ['NOTIFY_URL', { ...notify, NOTIFY_URL: 'http://notify.example' }],
    ['MAIL_FROM', { SMTP_URL: mail.SMTP_URL }],
    ['MAIL_FROM', { MAIL_FROM: mail.MAIL_FROM }],
    ['MAIL_FROM', { ...mail, MAIL_FROM: 'Willowbrook' }],
    ['SMTP_URL', { ...mail, SMTP_URL: 'mail.example:587' }],
    ['INVITATIONS', { INVITATIONS: 'later' }],
  ])('is refused at the start when it is wrong, by the name of the setting: %s', (name, env) => {
    const said = complaint(env);
    expect(said).toMatch(new RegExp(`^${name}: `));
    for (const value of [secret, serviceId, 'me:secret', 'notify.example']) expect(said).not.toContain(value);
  });

  it('is reached without encryption on this machine only', () => {
    expect(read({ ...mail, SMTP_URL: 'smtp://localhost:2525' }).smtp).toMatchObject({ encrypted: false });
    expect(read({ ...mail, SMTP_URL: 'smtp://127.0.0.1:2525' }).smtp).toMatchObject({ encrypted: false });
    expect(read({ ...mail, SMTP_URL: 'smtp://localhost.example:2525' }).smtp).toMatchObject({ encrypted: true });
    expect(read({ ...notify, NOTIFY_URL: 'http://127.0.0.1:6011' }).notify).toMatchObject({
      url: 'http://127.0.0.1:6011',
    });
  });
});
