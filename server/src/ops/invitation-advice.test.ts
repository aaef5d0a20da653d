import { describe, expect, it } from 'vitest';
import { greeting } from './greeting.ts';
import { invitationAdvice } from './invitation-advice.ts';

const smtp = { url: 'smtp://mail.example', from: 'video@willowbrook.example', encrypted: true };
const notify = { url: 'https://notify.example', serviceId: '', secret: '', smsTemplate: 'a', emailTemplate: 'b' };

describe('[INVITE-11] the start says what is not sent', () => {
  it.each([
    [
      'nothing in the demonstration',
      { show: true, smtp: null, notify: null },
      [/^Nothing is sent: staff see the text/],
    ],
    ['nothing', { show: false, smtp: null, notify: null }, [/^No text messages/, /^No e-mails/]],
    ['no text messages', { show: false, smtp, notify: null }, [/^No text messages.*NOTIFY_API_KEY/]],
    ['no e-mails', { show: false, smtp: null, notify: { ...notify, emailTemplate: null } }, [/^No e-mails.*SMTP_URL/]],
    ['no text messages either', { show: false, smtp, notify: { ...notify, smsTemplate: null } }, [/^No text messages/]],
    ['all is sent', { show: false, smtp: null, notify }, []],
  ])('%s', (_what, settings, expected) => {
    const advice = invitationAdvice(settings);
    expect(advice).toHaveLength(expected.length);
    for (const [i, pattern] of expected.entries()) expect(advice[i]).toMatch(pattern);
    const printed = greeting('https://willowbrook.example', null, { phone: [], invitations: advice });
    expect(printed.includes('For inviting patients:')).toBe(expected.length > 0);
    for (const line of advice) expect(printed).toContain(`  - ${line}`);
  });
});
