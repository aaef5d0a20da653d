import { z } from 'zod';
import { appointmentProblems } from '../domain/appointment-problems.ts';
import { isGuessable } from '../domain/guessable-password.ts';
import { invitationChannels } from '../domain/invitations.ts';
import type { StaffRole } from '../domain/roles.ts';
import { languageCodes } from '../i18n/languages.ts';
import { linkRoles, staffRoles, visitRoles } from '../domain/roles.ts';
import { email, id, line, mobile, paragraphs, password, personName, phone, secret, time, timeZone } from './fields.ts';
import { rtpCapabilities } from './media.ts';
import type { HttpRequestName } from './routes.ts';
import { appointment, clinic, clinicView, invitation, openSpan, practice } from './shapes.ts';
import { staffView } from './views.ts';

/**
 * The HTTP contract: every request the server answers under /api, with who may send it. Bodies and replies are JSON;
 * a refusal is application/problem+json with a `code` of the closed set of errors. Methods and paths are in routes.ts.
 */

/** `anyone` proves itself by what the body holds; `api_key` is a practice system with `Authorization: Bearer KEY`. */
export type HttpCaller = 'anyone' | StaffRole | 'api_key';

/** The allowance a request draws on, where guessing would pay, or anybody may ask; counted by address. */
export type Allowance = 'links' | 'sign_in' | 'checks' | 'arrivals';

interface HttpRequest {
  who: readonly HttpCaller[];
  allowance?: Allowance;
  /**
   * How many a practice may send in an hour of what leaves something for good: several times what the largest ones
   * need, so that a system gone wild, or a stolen key, fills no disk.
   */
  perHour?: number;
  /** The path's `:id`s, the query's fields and the JSON body, in one object. */
  data: z.ZodType;
  reply: z.ZodType;
}

const staff = ['clinician', 'receptionist', 'admin'] as const satisfies HttpCaller[];
const admin = ['admin'] as const satisfies HttpCaller[];
const nothing = z.strictObject({});
const done = z.object({});
const ofId = z.strictObject({ id });
const url = z.string();
const roles = z.array(z.enum(staffRoles)).min(1).max(staffRoles.length);
const roomToken = z.object({ token: z.string() });
const linkMade = z.object({ id, url, validUntil: time });
/** As it stands in an address. */
const timeInQuery = z.coerce.number().pipe(time);
/** 1 (very poor) to 5 (very good). */
const rating = z.number().int().min(1).max(5);
/** In the address of a clinic's own link. */
const clinicCode = z.string().regex(/^[0-9a-z]{12}$/);

export const httpRequests = {
  /**
   * A link's secret for a room token. When the patient's link is already open elsewhere it is refused as
   * `link_in_use`, until the person chooses with `enterAs`.
   */
  'links.exchange': {
    who: ['anyone'],
    allowance: 'links',
    data: z.strictObject({ secret, enterAs: z.enum(['this_device', 'guest']).optional() }),
    reply: z.object({ token: z.string(), role: z.enum(visitRoles) }),
  },
  /**
   * A resume secret for a room token: the same device comes back after an outage. To whoever comes back into a call it
   * is told what the call's `media` speaks, so that the browser can look meanwhile what of that it does; else null.
   */
  'visits.resume': {
    who: ['anyone'],
    allowance: 'links',
    data: z.strictObject({ resumeSecret: secret }),
    reply: z.object({ token: z.string(), role: z.enum(visitRoles), media: rtpCapabilities.nullable() }),
  },

  /** A token for a socket on which a device checks its connection, without any visit. */
  'check.enter': { who: ['anyone'], allowance: 'checks', data: nothing, reply: roomToken },

  /** Sign in; the session comes as an http-only cookie. With `endOthers` the account is signed out everywhere else. */
  'session.open': {
    who: ['anyone'],
    allowance: 'sign_in',
    data: z.strictObject({ email, password: z.string().min(1).max(200), endOthers: z.boolean().optional() }),
    reply: staffView,
  },
  'session.read': { who: staff, data: nothing, reply: staffView },
  'session.close': { who: staff, data: nothing, reply: done },

  /** What a one-time link for staff is for, before it is used. */
  'staff-links.look': {
    who: ['anyone'],
    allowance: 'links',
    data: z.strictObject({ secret }),
    reply: z.object({
      purpose: z.enum(['make_account', 'sign_in']),
      practiceName: z.string(),
      roles,
      email: z.string().nullable(),
    }),
  },
  /** Make one's account with the one-time link, which is used up by it; signs in. */
  'staff-links.make-account': {
    who: ['anyone'],
    allowance: 'links',
    data: z
      .strictObject({ secret, name: personName, email, password })
      .refine((account) => !isGuessable(account.password, [account.name, account.email]), { path: ['password'] }),
    reply: staffView,
  },
  /** Sign in by a link, as the demo practice's are. */
  'staff-links.sign-in': {
    who: ['anyone'],
    allowance: 'links',
    data: z.strictObject({ secret }),
    reply: staffView,
  },
  /** Make a one-time link by which a colleague makes an account. */
  'staff-links.create': {
    who: admin,
    perHour: 200,
    data: z.strictObject({ roles, email: email.optional() }),
    reply: linkMade,
  },
  /** What patients are told about the practice, and agree to. */
  'practice.read': { who: admin, data: nothing, reply: practice },
  'practice.update': { who: admin, data: practice, reply: done },
  'staff.list': {
    who: admin,
    data: nothing,
    reply: z.object({
      staff: z.array(z.object({ id, name: z.string(), email: z.string(), roles, disabledAt: time.nullable() })),
    }),
  },
  /** Shut an account at once: its sessions and live connections end. */
  'staff.disable': { who: admin, data: ofId, reply: done },

  /** Start a video consultation. Both links are shown this once; only their hashes are kept. */
  'consultations.create': {
    who: ['clinician', 'receptionist', 'admin', 'api_key'],
    perHour: 20_000,
    data: z.strictObject({
      /** Whose it is, or null for nobody in particular; a signed-in clinician's own unless given. */
      clinicianId: id.nullable().optional(),
      /** Whom the patient will see; that clinician's name unless given. */
      clinicianName: personName.optional(),
      /** An appointment: where, when, and who is expected. */
      clinicId: id.optional(),
      expectedAt: time.optional(),
      patientName: personName.optional(),
      patientPhone: phone.optional(),
      /**
       * When the links begin and cease to open; from now for 24 hours unless given, and for an appointment from an
       * hour before it until 12 hours after. At most 60 days.
       */
      validFrom: time.optional(),
      validUntil: time.optional(),
    }),
    reply: z.object({ id, patientLink: url, clinicianLink: url, validFrom: time, validUntil: time }),
  },
  /** The practice's clinics that are not closed for good, by name, and by whose clocks their times are meant. */
  'clinics.list': { who: staff, data: nothing, reply: z.object({ clinics: z.array(clinicView), timeZone }) },
  'clinics.create': { who: staff, perHour: 200, data: clinic, reply: clinicView },
  'clinics.update': { who: staff, perHour: 1_000, data: clinic.extend({ id }), reply: done },
  /** Nobody new comes to it any more; who waits is seen. */
  'clinics.close': { who: staff, data: ofId, reply: done },
  /**
   * Come in by a clinic's own link: to a private consultation, whose link is answered. `known` is the one this device
   * was given before; as long as it opens something, there is no other.
   */
  'clinics.arrive': {
    who: ['anyone'],
    allowance: 'arrivals',
    data: z.strictObject({ code: clinicCode, known: secret.optional() }),
    reply: z.discriminatedUnion('open', [
      z.object({ open: z.literal(true), secret }),
      z.object({
        open: z.literal(false),
        clinicName: z.string(),
        practice: z.object({ name: z.string(), phone: z.string().nullable() }),
        hours: z.array(openSpan),
      }),
    ]),
  },
  /** Appointments between two moments, 62 days apart at most, in their order; of one clinic when it is named. */
  'appointments.list': {
    who: [...staff, 'api_key'],
    data: z
      .strictObject({ clinicId: id.optional(), from: timeInQuery, until: timeInQuery })
      .refine(({ from, until }) => from <= until && until - from <= 62 * 24 * 3_600_000, { path: ['until'] }),
    reply: z.object({ appointments: z.array(appointment) }),
  },
  /** Nobody is to come any more: its links are dead. Refused as `wrong_state` while somebody is in the call. */
  'appointments.cancel': { who: staff, data: ofId, reply: done },
  /**
   * A clinic's appointments from a file of comma-separated values with the columns date, time, name, phone, clinician
   * (only date and time are needed). All of them are made, or none: then it says what is wrong in which line.
   */
  'appointments.upload': {
    who: [...staff, 'api_key'],
    perHour: 300,
    data: z.strictObject({ id, csv: z.string().min(1).max(12_000) }),
    reply: z.object({
      made: z.array(z.object({ line: z.number().int(), id, patientLink: url })),
      problems: z.array(
        z.object({
          line: z.number().int(),
          what: z.enum(appointmentProblems),
        }),
      ),
    }),
  },
  /** To whom somebody can be sent: the practice's clinicians. */
  'clinicians.list': {
    who: staff,
    data: nothing,
    reply: z.object({ clinicians: z.array(z.object({ id, name: z.string() })) }),
  },
  /** A room token for a signed-in clinician, without a link. */
  'consultations.enter': {
    who: ['clinician'],
    data: ofId,
    reply: roomToken,
  },
  'consultations.end': {
    who: ['admin', 'api_key'],
    data: ofId,
    reply: done,
  },
  /** Another link into the same consultation, for when the first one went astray. */
  'links.create': {
    who: staff,
    perHour: 2_000,
    data: z.strictObject({ id, role: z.enum(linkRoles) }),
    reply: linkMade,
  },
  'links.list': {
    who: staff,
    data: ofId,
    reply: z.object({
      links: z.array(
        z.object({ id, role: z.enum(linkRoles), createdAt: time, validUntil: time, revokedAt: time.nullable() }),
      ),
    }),
  },
  /** Nobody new gets in by it; who is already in stays. */
  'links.revoke': { who: staff, data: ofId, reply: done },

  /**
   * Send a patient's link by SMS or e-mail, in the patient's language, and for an appointment a reminder an hour before.
   * What is on its way to the same person already is not sent again.
   */
  'invitations.send': {
    who: [...staff, 'api_key'],
    data: z.discriminatedUnion('channel', [
      z.strictObject({ id, channel: z.literal('sms'), to: mobile, language: z.enum(languageCodes) }),
      z.strictObject({ id, channel: z.literal('email'), to: email, language: z.enum(languageCodes) }),
    ]),
    reply: invitation,
  },
  /** What was or will be sent for a consultation, and by what more can be sent. */
  'invitations.list': {
    who: [...staff, 'api_key'],
    data: ofId,
    reply: z.object({
      channels: z.array(z.enum(invitationChannels)),
      /** The patient's number as the practice gave it, if it can get an SMS. */
      phone: z.string().nullable(),
      invitations: z.array(invitation),
    }),
  },

  /** A token for the socket on which the practice's rooms are watched. */
  'watch.enter': { who: staff, data: nothing, reply: roomToken },

  /**
   * What the holder of a patient's link is told in the 24 hours after the end. Refused as `wrong_state` before the end,
   * and to whoever was removed.
   */
  'goodbye.read': {
    who: ['anyone'],
    allowance: 'links',
    data: z.strictObject({ secret }),
    reply: z.object({
      practice: z.object({ name: z.string(), phone: z.string().nullable() }),
      afterText: z.string().nullable(),
      afterLink: z.string().nullable(),
      feedback: z.enum(['wanted', 'given', 'not_wanted']),
    }),
  },
  /** How the call was, once for each link: said again, it changes nothing. */
  'feedback.give': {
    who: ['anyone'],
    allowance: 'links',
    data: z.strictObject({ secret, rating, text: paragraphs(1000).optional() }),
    reply: done,
  },
  /**
   * What patients said, newest first, at most 100 at a time, and how they rated it in the last 30 days; `before` is the
   * oldest one seen.
   */
  'feedback.list': {
    who: admin,
    data: z.strictObject({ before: id.optional() }),
    reply: z.object({
      lately: z.object({ count: z.number().int(), average: z.number().nullable() }),
      entries: z.array(z.object({ id, at: time, rating, text: z.string().nullable() })),
    }),
  },

  'api-keys.list': {
    who: admin,
    data: nothing,
    reply: z.object({
      apiKeys: z.array(z.object({ id, name: z.string(), createdAt: time, revokedAt: time.nullable() })),
    }),
  },
  /** The key is shown this once. */
  'api-keys.create': {
    who: admin,
    perHour: 100,
    data: z.strictObject({ name: line(80) }),
    reply: z.object({ id, key: z.string() }),
  },
  'api-keys.revoke': { who: admin, data: ofId, reply: done },

  /** The access trail, newest first, at most 100 entries; `before` is the number of the oldest one seen. */
  'trail.read': {
    who: admin,
    data: z.strictObject({ before: z.coerce.number().int().positive().optional(), consultationId: id.optional() }),
    reply: z.object({
      entries: z.array(
        z.object({
          number: z.number().int(),
          at: time,
          action: z.string(),
          actor: z.object({
            kind: z.enum(['visit', 'staff', 'api_key', 'system', 'stranger']),
            name: z.string().nullable(),
          }),
          consultationId: id.nullable(),
          visitId: id.nullable(),
          /** Whose visit it is about, as they called themselves. */
          visitName: z.string().nullable(),
          linkId: id.nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  },
} as const satisfies Record<HttpRequestName, HttpRequest>;

export type HttpRequests = typeof httpRequests;
/** What a caller sends. */
export type HttpInput<N extends HttpRequestName> = z.input<HttpRequests[N]['data']>;
/** What a handler gets. */
export type HttpData<N extends HttpRequestName> = z.output<HttpRequests[N]['data']>;
export type HttpReply<N extends HttpRequestName> = z.output<HttpRequests[N]['reply']>;
