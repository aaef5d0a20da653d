import { isolate } from '@front-door/shared/i18n/isolate.ts';
import { languages, type Language } from '@front-door/shared/i18n/languages.ts';
import { linkUrl } from '@front-door/shared/protocol/pages.ts';
import type { consultations, invitations, practices } from '../db/schema.ts';
import { calendarFile } from './calendar.ts';
import { plain } from './gsm.ts';
import type { Message } from './port.ts';
import { texts } from './texts/index.ts';

export interface InvitationParts {
  invitation: typeof invitations.$inferSelect;
  consultation: typeof consultations.$inferSelect;
  practice: typeof practices.$inferSelect;
}

/** The languages whose letters text messages have. */
const shortLanguages: ReadonlySet<Language> = new Set(['en', 'cy', 'pl', 'ro']);

/** What the patient will read. Nothing in it says what the consultation is about, nor with whom. */
export function compose(parts: InvitationParts, origin: string, secret: string): Message {
  const { invitation, practice } = parts;
  const link = linkUrl(origin, 'visit', secret);
  return {
    name: invitation.id,
    to: invitation.recipient,
    practiceName: practice.name,
    ...(invitation.channel === 'sms' ? asSms(parts, link) : asEmail(parts, link)),
    calendar: appointment(parts, link, new URL(origin).hostname),
  };
}

/** @returns the words for an appointment, for its reminder or for a consultation right now */
function chosen(
  { invitation, consultation }: InvitationParts,
  words: { now: string; at: (when: string) => string; reminder: (when: string) => string },
  inWords: (at: number) => string,
): string {
  if (consultation.expectedAt === null) return words.now;
  const when = inWords(consultation.expectedAt);
  return invitation.kind === 'reminder' ? words.reminder(when) : words.at(when);
}

function asSms(parts: InvitationParts, link: string): Pick<Message, 'subject' | 'text'> {
  const { invitation, practice } = parts;
  const name = shortLanguages.has(invitation.language) ? plain(practice.name) : practice.name;
  const words = chosen(parts, texts[invitation.language].sms, (at) => inFigures(at, practice.timeZone));
  return { subject: '', text: `${name}: ${words}${link}` };
}

function asEmail(parts: InvitationParts, link: string): Pick<Message, 'subject' | 'text'> {
  const { invitation, consultation, practice } = parts;
  const { language } = invitation;
  const words = texts[language].email;
  const name = isolate(practice.name, languages[language].direction);
  const headline = chosen(parts, words, (at) => writtenOut(at, practice.timeZone, language));
  const paragraphs = [
    name,
    headline,
    `${consultation.expectedAt === null ? words.openNow : words.openThen}\n${link}`,
    words.yours,
    ...(practice.phone === null
      ? []
      : [`${words.phone(name)} ${isolate(practice.phone, languages[language].direction)}`]),
  ];
  return { subject: `${headline} – ${name}`, text: `${paragraphs.join('\n\n')}\n` };
}

function appointment(
  { invitation, consultation, practice }: InvitationParts,
  url: string,
  host: string,
): string | null {
  const { id, expectedAt } = consultation;
  if (expectedAt === null) return null;
  const summary = `${practice.name}: ${texts[invitation.language].email.now}`;
  return calendarFile({ uid: `${id}@${host}`, at: expectedAt, madeAt: invitation.createdAt, summary, url });
}

/** `23/11 14:30`, on the practice's clock: read in every language, and short. */
const inFigures = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .replace(', ', ' ');

/** "Monday 23 November at 14:30", on the practice's clock, in figures that telephone numbers have as well. */
const writtenOut = (at: number, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-nu-latn-hc-h23`, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
