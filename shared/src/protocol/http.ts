import { z } from 'zod';
import type { StaffRole } from '../domain/roles.ts';
import { linkRoles, staffRoles, visitRoles } from '../domain/roles.ts';
import { email, id, line, paragraphs, password, personName, phone, secret, time } from './fields.ts';
import type { HttpRequestName } from './routes.ts';
import { staffView } from './views.ts';

/**
 * The HTTP contract: every request the server answers under /api, with who may send it. Bodies and replies are JSON;
 * a refusal is application/problem+json with a `code` of the closed set of errors. Methods and paths are in routes.ts.
 */

/** `anyone` proves itself by what the body holds; `api_key` is a practice system with `Authorization: Bearer KEY`. */
export type HttpCaller = 'anyone' | StaffRole | 'api_key';

/** The allowance a request draws on, where guessing would pay, or anybody may ask; counted by address. */
export type Allowance = 'links' | 'sign_in' | 'checks';

interface HttpRequest {
  who: readonly HttpCaller[];
  allowance?: Allowance;
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

/** The agreement is what a patient agrees to before waiting. */
const practice = z.strictObject({ name: line(100), phone: phone.nullable(), agreement: paragraphs(4000) });
const linkMade = z.object({ id, url, validUntil: time });

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
  /** A resume secret for a room token: the same device comes back after an outage. */
  'visits.resume': {
    who: ['anyone'],
    allowance: 'links',
    data: z.strictObject({ resumeSecret: secret }),
    reply: z.object({ token: z.string(), role: z.enum(visitRoles) }),
  },

  /** A token for a socket on which a device checks its connection, without any visit. */
  'check.enter': { who: ['anyone'], allowance: 'checks', data: nothing, reply: roomToken },

  /** Sign in; the session comes as an http-only cookie. */
  'session.open': {
    who: ['anyone'],
    allowance: 'sign_in',
    data: z.strictObject({ email, password: z.string().min(1).max(200) }),
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
    data: z.strictObject({ secret, name: personName, email, password }),
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
    data: z.strictObject({
      /** Whom the patient will see; for a signed-in clinician it is their own name unless given. */
      clinicianName: personName.optional(),
      /** When the links begin and cease to open; from now for 24 hours unless given. At most 60 days. */
      validFrom: time.optional(),
      validUntil: time.optional(),
    }),
    reply: z.object({ id, patientLink: url, clinicianLink: url, validFrom: time, validUntil: time }),
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

  /** A token for the socket on which the practice's rooms are watched. */
  'watch.enter': { who: staff, data: nothing, reply: roomToken },

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
