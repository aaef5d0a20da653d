import type { VisitState } from '@front-door/shared/domain/visit.ts';
import { linkRoles, staffRoles, visitRoles } from '@front-door/shared/domain/roles.ts';
import type { RingMe, VisitReport } from '@front-door/shared/protocol/report.ts';
import { sql } from 'drizzle-orm';
import { bigserial, boolean, customType, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** Points in time are ms since the epoch everywhere in the code, and `timestamptz` in the database. */
const at = customType<{ data: number; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => new Date(value).getTime(),
});

const primary = () => uuid().primaryKey().defaultRandom();

export const practices = pgTable('practices', {
  id: primary(),
  name: text().notNull(),
  phone: text(),
  /** What a patient agrees to before waiting. */
  agreement: text().notNull(),
  /** The demonstration practice, whose fresh links are printed at every start. */
  demo: boolean().notNull().default(false),
  createdAt: at().notNull(),
});

const practiceId = () =>
  uuid()
    .notNull()
    .references(() => practices.id);

export const staff = pgTable('staff', {
  id: primary(),
  practiceId: practiceId(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** Argon2id, in PHC form. */
  passwordHash: text().notNull(),
  roles: text({ enum: staffRoles }).array().notNull(),
  createdAt: at().notNull(),
  disabledAt: at(),
});

export const staffSessions = pgTable('staff_sessions', {
  id: primary(),
  secretHash: text().notNull().unique(),
  staffId: uuid()
    .notNull()
    .references(() => staff.id),
  createdAt: at().notNull(),
  validUntil: at().notNull(),
});

/** Links by which staff make their account, or (in the demonstration practice) sign in. */
export const staffLinks = pgTable('staff_links', {
  id: primary(),
  practiceId: practiceId(),
  secretHash: text().notNull().unique(),
  purpose: text({ enum: ['make_account', 'sign_in'] }).notNull(),
  roles: text({ enum: staffRoles }).array().notNull(),
  /** Filled into the form of a new account; the person may change it. */
  email: text(),
  /** Whom a `sign_in` link signs in. */
  staffId: uuid().references(() => staff.id),
  createdAt: at().notNull(),
  validUntil: at().notNull(),
  usedAt: at(),
});

export const apiKeys = pgTable('api_keys', {
  id: primary(),
  practiceId: practiceId(),
  name: text().notNull(),
  secretHash: text().notNull().unique(),
  createdAt: at().notNull(),
  revokedAt: at(),
});

export const consultations = pgTable(
  'consultations',
  {
    id: primary(),
    practiceId: practiceId(),
    /** The account it belongs to, when a clinician made it. */
    clinicianId: uuid().references(() => staff.id),
    clinicianName: text(),
    createdAt: at().notNull(),
    /** After this nobody enters any more, and it no longer counts as open. */
    validUntil: at().notNull(),
    /** When a clinician and somebody on the patient's side were first in the call together. */
    callStartedAt: at(),
    endedAt: at(),
  },
  (table) => [
    index('consultations_open')
      .on(table.practiceId, table.createdAt)
      .where(sql`ended_at is null`),
  ],
);

const consultationId = () =>
  uuid()
    .notNull()
    .references(() => consultations.id);

export const links = pgTable(
  'links',
  {
    id: primary(),
    consultationId: consultationId(),
    role: text({ enum: linkRoles }).notNull(),
    secretHash: text().notNull().unique(),
    createdAt: at().notNull(),
    validFrom: at().notNull(),
    validUntil: at().notNull(),
    revokedAt: at(),
  },
  (table) => [index('links_of_consultation').on(table.consultationId)],
);

export const visits = pgTable(
  'visits',
  {
    id: primary(),
    consultationId: consultationId(),
    role: text({ enum: visitRoles }).notNull(),
    /** By which link the person came; null for staff who signed in. */
    linkId: uuid().references(() => links.id),
    staffId: uuid().references(() => staff.id),
    state: jsonb().$type<VisitState>().notNull(),
    /** Order of arrival. */
    arrivedAt: at().notNull(),
    /** The connection that holds the visit, or held it last: an older one's end means nothing any more. */
    connectionId: uuid(),
    /** That connection lets the next device with the link go on with the visit. */
    givesWay: boolean().notNull().default(false),
    /** What the device that holds the visit proves itself with; null once nothing may bring it back. */
    resumeHash: text().unique(),
    /** What the person's page told of them: the step, the devices, the connection. */
    report: jsonb().$type<VisitReport>(),
    /** Set while the person wants to be rung instead. */
    ringMe: jsonb().$type<RingMe>(),
  },
  (table) => [
    index('visits_of_consultation').on(table.consultationId, table.arrivedAt),
    // One patient in a consultation; only one who was removed makes room for another.
    uniqueIndex('one_patient')
      .on(table.consultationId)
      .where(sql`role = 'patient' and state ->> 'phase' <> 'removed'`),
    index('visits_connected')
      .on(table.id)
      .where(sql`state ? 'droppedAt' and state ->> 'droppedAt' is null`),
  ],
);

/** Room tokens that have opened their socket; kept until they would have expired anyway. */
export const usedTokens = pgTable('used_tokens', {
  tokenId: uuid().primaryKey(),
  expiresAt: at().notNull(),
});

export const trail = pgTable(
  'trail',
  {
    number: bigserial({ mode: 'number' }).primaryKey(),
    at: at().notNull(),
    /** null only for a stranger whose link belongs to nobody. */
    practiceId: uuid().references(() => practices.id),
    consultationId: uuid().references(() => consultations.id),
    visitId: uuid().references(() => visits.id),
    linkId: uuid().references(() => links.id),
    action: text().notNull(),
    actorKind: text({ enum: ['visit', 'staff', 'api_key', 'system', 'stranger'] }).notNull(),
    actorId: uuid(),
    reason: text(),
  },
  (table) => [
    index('trail_of_practice').on(table.practiceId, table.number),
    index('trail_of_consultation').on(table.consultationId, table.number),
  ],
);
