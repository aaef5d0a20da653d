import { createTransport } from 'nodemailer';
import { NotTaken, type Carrier, type Message } from './port.ts';
import type { SmtpSettings } from './settings.ts';

/** How long the mail server may be silent, ms. */
const patience = 10_000;

/** The commands whose refusal is about this very message; any other may go better another time. */
const decisive: Record<string, 'set_up' | 'refused'> = { 'MAIL FROM': 'set_up', 'RCPT TO': 'refused', DATA: 'refused' };

/**
 * E-mail by SMTP. A mail server cannot be asked whether it has taken a message, nor what became of it; so every attempt
 * carries the same Message-ID, by which mailboxes know a second copy.
 */
export function smtpCarrier({ url, from, encrypted }: SmtpSettings): Carrier {
  const transport = createTransport({
    url,
    requireTLS: encrypted,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    send: async (message, signal) => {
      try {
        const sent = await transport.sendMail({
          ...mail(message),
          from: { name: message.practiceName, address: from },
          messageId: `<${message.name}@${domain}>`,
          signal,
        });
        return sent.messageId;
      } catch (error) {
        throw asRefusal(error as { code?: string; command?: string; responseCode?: number });
      }
    },
  };
}

const mail = ({ to, subject, text, calendar }: Message) => ({
  // As an address it is taken literally; as a line it could name several.
  to: { name: '', address: to },
  subject,
  text,
  headers: { 'Auto-Submitted': 'auto-generated' },
  ...(calendar !== null && { icalEvent: { method: 'PUBLISH', filename: 'appointment.ics', content: calendar } }),
});

function asRefusal({
  code,
  command = '',
  responseCode = 0,
}: {
  code?: string;
  command?: string;
  responseCode?: number;
}) {
  const about = decisive[command];
  if (about !== undefined && responseCode >= 500) return new NotTaken(about, { final: true });
  const isOurs = code === 'EAUTH' || code === 'ETLS';
  return new NotTaken(isOurs ? 'set_up' : 'service_down', { final: false });
}
