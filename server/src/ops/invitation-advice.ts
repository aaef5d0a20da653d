import type { InvitationSettings } from '../invitations/settings.ts';

const forSms = 'NOTIFY_API_KEY and NOTIFY_SMS_TEMPLATE';
const forEmail = 'SMTP_URL and MAIL_FROM';

/** What is not sent to patients as the server is set up, one line each, with what to do; nothing when all is well. */
export function invitationAdvice({ show, smtp, notify }: InvitationSettings): string[] {
  if (show) {
    return [`Nothing is sent: staff see the text instead. Set ${forSms} for text messages, ${forEmail} for e-mails.`];
  }
  const advice: string[] = [];
  if (notify?.smsTemplate == null) advice.push(`No text messages are sent. Set ${forSms}.`);
  if (smtp === null && notify?.emailTemplate == null) advice.push(`No e-mails are sent. Set ${forEmail}.`);
  return advice;
}
