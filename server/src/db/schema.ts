import type { VisitState } from '@front-door/shared/domain/visit.ts';
import type { OpeningHours } from '@front-door/shared/domain/opening-hours.ts';
import { linkRoles, staffRoles, visitRoles } from '@front-door/shared/domain/roles.ts';
import { messageTemplates } from '@front-door/shared/domain/message-templates.ts';
import { languageCodes } from '@front-door/shared/i18n/languages.ts';
import type { RingMe, VisitReport } from '@front-door/shared/protocol/report.ts';
import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

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
  /** IANA name of the zone in which opening hours and appointments are meant. */
  timeZone: text().notNull().default('Europe/London'),
  /** Whether somebody who waits is told their place in the queue, and how long it may take. */
  showsPlace: boolean().notNull().default(true),
  showsWait: boolean().notNull().default(true),
  /** For how long a place in the queue is kept for somebody who lost the connection. */
  placeKeptMinutes: integer().notNull().default(10),
  /** Whether somebody who waits may answer messages. */
  repliesAllowed: boolean().notNull().default(true),
  /** What happens after the call, in the practice's own words, and a page of its choice. */
  afterText: text(),
  afterLink: text(),
  feedbackWanted: boolean().notNull().default(true),
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

/** A waiting area: people who come to it by its link or by appointment are seen one after the other. */
export const clinics = pgTable('clinics', {
  id: primary(),
  practiceId: practiceId(),
  name: text().notNull(),
  /** In the address of the clinic's own link, which anybody may know. */
  code: text().notNull().unique(),
  /** When callers may come in by the clinic's own link; null for always. */
  hours: jsonb().$type<OpeningHours>(),
  /** What people who wait are told, in the practice's own words. */
  welcome: text(),
  /** By how much the clinic runs late at present, and since when that is said. */
  lateMinutes: integer(),
  lateSince: at(),
  createdAt: at().notNull(),
  /** Nobody new comes to it any more. */
  closedAt: at(),
});

export const consultations = pgTable(
  'consultations',
  {
    id: primary(),
    practiceId: practiceId(),
    clinicId: uuid().references(() => clinics.id),
    /** The time of the appointment. */
    expectedAt: at(),
    /** Who is expected, as the practice knows them. */
    patientName: text(),
    patientPhone: text(),
    /** Set while staff hold the patient for not coming any more; coming after all takes it back. */
    noShowAt: at(),
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
    // Many are never ended, since nobody came: what is open is found by when it ceases to be.
    index('consultations_open')
      .on(table.practiceId, table.validUntil)
      .where(sql`ended_at is null`),
    index('consultations_open_in_clinic')
      .on(table.clinicId, table.validUntil)
      .where(sql`ended_at is null`),
    index('consultations_ended')
      .on(table.practiceId, table.endedAt)
      .where(sql`ended_at is not null`),
    index('consultations_of_clinic').on(table.clinicId, table.endedAt),
    index('consultations_expected').on(table.practiceId, table.expectedAt),
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
    /** Since when staff ring the person up instead of letting them in. */
    ringingSince: at(),
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

/** What staff and a person who waits write to each other. */
export const messages = pgTable(
  'messages',
  {
    id: primary(),
    consultationId: consultationId(),
    at: at().notNull(),
    /** Who wrote it: staff, or else the person of that visit. */
    staffId: uuid().references(() => staff.id),
    visitId: uuid().references(() => visits.id),
    /** A text of ours that everybody reads in their own language, or else free text. */
    template: text({ enum: messageTemplates }),
    text: text(),
  },
  (table) => [index('messages_of_consultation').on(table.consultationId, table.at)],
);

/** What somebody on the patient's side said of the consultation afterwards, once for each link. */
export const feedback = pgTable('feedback', {
  id: primary(),
  practiceId: practiceId(),
  consultationId: consultationId(),
  linkId: uuid()
    .notNull()
    .unique()
    .references(() => links.id),
  at: at().notNull(),
  /** 1 (very poor) to 5 (very good). */
  rating: integer().notNull(),
  text: text(),
});

/** What is to be sent to patients, and what became of it: each stays here until it is sent, or given up. */
export const invitations = pgTable(
  'invitations',
  {
    id: primary(),
    practiceId: practiceId(),
    consultationId: consultationId(),
    kind: text({ enum: ['invitation', 'reminder'] }).notNull(),
    channel: text({ enum: ['sms', 'email'] }).notNull(),
    /** The telephone number or the e-mail address. */
    recipient: text().notNull(),
    language: text({ enum: languageCodes }).notNull(),
    state: text({ enum: ['queued', 'sending', 'sent', 'delivered', 'failed', 'cancelled'] }).notNull(),
    attempts: integer().notNull().default(0),
    /** Not to be sent, or tried again, before. */
    dueAt: at().notNull(),
    /** The link inside; made when it is first sent. */
    linkId: uuid().references(() => links.id),
    /** The name under which the service that carries it knows it. */
    reference: text(),
    /** Why the last attempt failed; nothing about a patient. */
    problem: text(),
    createdAt: at().notNull(),
    sentAt: at(),
    settledAt: at(),
  },
  (table) => [
    index('invitations_due')
      .on(table.dueAt)
      .where(sql`state in ('queued', 'sending', 'sent')`),
    index('invitations_of_consultation').on(table.consultationId),
  ],
);

/** Room tokens that have opened their socket; kept until they would have expired anyway. */
export const usedTokens = pgTable(
  'used_tokens',
  {
    tokenId: uuid().primaryKey(),
    expiresAt: at().notNull(),
  },
  (table) => [index('used_tokens_expired').on(table.expiresAt)],
);

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
