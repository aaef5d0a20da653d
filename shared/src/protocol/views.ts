import { z } from 'zod';
import { staffRoles, visitRoles } from '../domain/roles.ts';
import { interruptions } from '../domain/interruption.ts';
import { messageTemplates } from '../domain/message-templates.ts';
import { pictureLevels } from '../domain/quality.ts';
import { visitPhases } from '../domain/visit.ts';
import { id, time } from './fields.ts';
import { ringMe, visitReport } from './report.ts';

/**
 * What each person is shown. Always the whole picture, so that whoever missed ten of these is right again with the
 * eleventh; only the staff's list, which may hold thousands, is brought by differences in between.
 */

const person = z.object({
  visitId: id,
  role: z.enum(visitRoles),
  phase: z.enum(visitPhases),
  /** null until the person has given it. */
  name: z.string().nullable(),
  arrivedAt: time,
  /** When the details were given; null before that and after admission. */
  waitingSince: time.nullable(),
  joinedAt: time.nullable(),
  /** Since when the place in the queue was held: the arrival, unless it was lost; null when there is none. */
  placeSince: time.nullable(),
  heldAt: time.nullable(),
  /** Since when the practice is ringing the person up. */
  ringingSince: time.nullable(),
  /** When the connection was lost; null while it stands. */
  droppedAt: time.nullable(),
  /** What the person sends at this moment, as the server forwards it. */
  microphone: z.boolean(),
  camera: z.boolean(),
  /** How good a picture goes from the person and to the person at most, and whether it is kept small by choice. */
  picture: z.object({ sends: z.enum(pictureLevels), receives: z.enum(pictureLevels), savesData: z.boolean() }),
  /** What keeps the person from being seen or heard, as their page tells; null while it knows of nothing. */
  interruption: z.enum(interruptions).nullable(),
  /** What the person's page last told of them; shown to staff and clinicians, and null before anything was told. */
  report: visitReport.nullable(),
  /** Set while the person wants to be rung instead; shown to the same, and to the person. */
  ringMe: ringMe.nullable(),
});
export type PersonView = z.infer<typeof person>;

/** What staff and somebody who waits wrote to each other; a `template` is read in one's own language. */
const message = z.object({
  id,
  at: time,
  from: z.enum(['practice', 'patient']),
  /** Who wrote it; null for the practice at large. */
  by: z.string().nullable(),
  template: z.enum(messageTemplates).nullable(),
  text: z.string().nullable(),
});
export type MessageView = z.infer<typeof message>;

/** What somebody in a clinic's queue is told of it; null for what is not known or not to be told. */
export const queueView = z.object({
  /** 1 for whoever is next. */
  place: z.number().int().nullable(),
  /** Minutes. */
  wait: z.number().int().nullable(),
  /** By how many minutes the clinic says that it runs late. */
  late: z.number().int().nullable(),
});
export type QueueView = z.infer<typeof queueView>;

/** One consultation as one person in it may see it. */
export const roomView = z.object({
  /** The server's clock, against which to count waiting time and duration. */
  now: time,
  consultationId: id,
  practice: z.object({
    name: z.string(),
    phone: z.string().nullable(),
    agreement: z.string(),
    /** For how long a place in the queue is kept for somebody who lost the connection. */
    placeKeptMinutes: z.number().int(),
  }),
  /** Whom the patient will see; null when the practice did not say. */
  clinicianName: z.string().nullable(),
  /** The waiting area, with what people who wait there are told. */
  clinic: z.object({ name: z.string(), welcome: z.string().nullable() }).nullable(),
  /** The time of the appointment. */
  expectedAt: time.nullable(),
  /** The last of them, oldest first. */
  messages: z.array(message),
  repliesAllowed: z.boolean(),
  /** When a clinician and somebody on the patient's side were first in the call together. */
  callStartedAt: time.nullable(),
  /** One waits and a clinician is there: media may be set up to stand by. */
  mayPrepare: z.boolean(),
  me: person,
  /**
   * The others. A clinician sees everybody, in the order of arrival; somebody in the call sees who else is in it;
   * somebody waiting sees nobody.
   */
  people: z.array(person),
});
export type RoomView = z.infer<typeof roomView>;

/** Media figures of one person, seen from the server; null where nothing was measured yet. */
const quality = z.object({
  /** Bits per second that arrive from the person, and that go to the person. */
  sendBitrate: z.number(),
  receiveBitrate: z.number(),
  /** Milliseconds. */
  roundTripTime: z.number().nullable(),
  /** Percent of packets, the worse of both directions. */
  packetLoss: z.number().nullable(),
});
export type QualityView = z.infer<typeof quality>;

const watchedPerson = person.extend({ quality: quality.nullable() });
export type WatchedPerson = z.infer<typeof watchedPerson>;

/**
 * A consultation as the practice's staff see it from outside: open, or one of a clinic that ended lately. No media,
 * and nothing of what is said in the call.
 */
const watchedRoom = z.object({
  consultationId: id,
  createdAt: time,
  callStartedAt: time.nullable(),
  endedAt: time.nullable(),
  /** Set while staff hold the patient for not coming any more. */
  noShowAt: time.nullable(),
  clinic: z.object({ id, name: z.string() }).nullable(),
  /** The appointment, as the practice knows it. */
  expectedAt: time.nullable(),
  patientName: z.string().nullable(),
  patientPhone: z.string().nullable(),
  /** The last of them, oldest first. */
  messages: z.array(message),
  /** The account it belongs to, if one made it. */
  clinicianId: id.nullable(),
  clinicianName: z.string().nullable(),
  /** The media worker that carries it: its number and process id; null while there is no media. */
  worker: z.object({ index: z.number().int(), pid: z.number().int() }).nullable(),
  people: z.array(watchedPerson),
});
export type WatchedRoom = z.infer<typeof watchedRoom>;

/** All open consultations of a practice. */
export const watchView = z.object({ now: time, rooms: z.array(watchedRoom) });
export type WatchView = z.infer<typeof watchView>;

/**
 * What is different from the list that was sent before: each room that changed or is new, and which are no longer in
 * it. A room is always whole; only the list is brought by differences.
 */
export const watchChange = z.object({ now: time, rooms: z.array(watchedRoom), gone: z.array(id) });
export type WatchChange = z.infer<typeof watchChange>;

/** The practice's clinics, by name, and by how many minutes each says that it runs late. */
export const watchedClinics = z.object({
  /** For how long a place in their queues is kept for somebody who lost the connection. */
  placeKeptMinutes: z.number().int(),
  clinics: z.array(z.object({ id, name: z.string(), late: z.number().int().nullable() })),
});
export type WatchedClinics = z.infer<typeof watchedClinics>;
export type WatchedClinic = WatchedClinics['clinics'][number];

/** The signed-in account. */
export const staffView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(staffRoles)),
  practice: z.object({ id, name: z.string() }),
});
export type StaffView = z.infer<typeof staffView>;
