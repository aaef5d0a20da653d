import { z } from 'zod';
import { invitationChannels, invitationKinds, invitationProblems, invitationStates } from '../domain/invitations.ts';
import { languageCodes } from '../i18n/languages.ts';
import { id, line, paragraphs, phone, time, timeZone, webAddress } from './fields.ts';

/** What practices keep, as several requests of the HTTP contract carry it. */

export const practice = z.strictObject({
  name: line(100),
  phone: phone.nullable(),
  /** What a patient agrees to before waiting. */
  agreement: paragraphs(4000),
  /** In which opening hours and appointments are meant. */
  timeZone,
  /** Whether somebody who waits is told their place in the queue, and how long it may take. */
  showsPlace: z.boolean(),
  showsWait: z.boolean(),
  /** For how long a place in the queue is kept for somebody who lost the connection. */
  placeKeptMinutes: z.number().int().min(1).max(120),
  /** Whether somebody who waits may answer messages. */
  repliesAllowed: z.boolean(),
  /** What happens after the call, if the practice has words of its own for it, and a page of its choice. */
  afterText: paragraphs(1000).nullable(),
  afterLink: webAddress.nullable(),
  feedbackWanted: z.boolean(),
});

export const openSpan = z
  .strictObject({
    day: z.number().int().min(1).max(7),
    from: z.number().int().min(0).max(1439),
    until: z.number().int().min(1).max(1440),
  })
  .refine(({ from, until }) => from < until, { path: ['until'] });

/** `hours`: when callers may come in by the clinic's own link; null for always. */
export const clinic = z.strictObject({
  name: line(80),
  hours: z.array(openSpan).max(50).nullable(),
  welcome: paragraphs(1000).nullable(),
});

export const clinicView = clinic.extend({ id, url: z.string(), late: z.number().int().nullable() });

export const appointment = z.object({
  /** That of its consultation. */
  id,
  clinicId: id.nullable(),
  expectedAt: time,
  /** Who is expected, as the practice knows them. */
  patientName: z.string().nullable(),
  patientPhone: z.string().nullable(),
  clinicianId: id.nullable(),
  clinicianName: z.string().nullable(),
  noShowAt: time.nullable(),
  /** When the patient first came. */
  arrivedAt: time.nullable(),
  callStartedAt: time.nullable(),
  /** Without a call, it was called off or came to nothing. */
  endedAt: time.nullable(),
});

export const invitation = z.object({
  id,
  kind: z.enum(invitationKinds),
  channel: z.enum(invitationChannels),
  /** As much of the number or the address as tells it from others. */
  recipient: z.string(),
  language: z.enum(languageCodes),
  state: z.enum(invitationStates),
  /** Why it failed, or is tried again. */
  problem: z.enum(invitationProblems).nullable(),
  createdAt: time,
  /** When it will be sent or tried again; null unless it is queued. */
  dueAt: time.nullable(),
  sentAt: time.nullable(),
  /** Where nothing is sent: what to pass on to the patient, and the appointment as a file for calendars. */
  shown: z.object({ text: z.string(), calendar: z.string().nullable() }).nullable(),
});
