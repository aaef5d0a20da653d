import { personName, phone } from '@front-door/shared/protocol/fields.ts';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import type { z } from 'zod';
import { moment, readDay, readHour } from './moments.ts';
import { readRows, type Row } from './rows.ts';

type Problem = HttpReply<'appointments.upload'>['problems'][number];

/** One line of an uploaded list; the line is counted from 1, which is the heading unless there are empty ones. */
export interface Appointment {
  line: number;
  expectedAt: number;
  patientName: string | undefined;
  patientPhone: string | undefined;
  clinicianId: string | null;
  clinicianName: string | null;
}

interface Circumstances {
  /** IANA name of the zone in which the times are meant. */
  timeZone: string;
  now: number;
  clinicians: readonly { id: string; name: string }[];
}

/** How far ahead links can be made, ms, less the time that they are good for after the appointment. */
const furthest = 59 * 24 * 3_600_000;

const columns = ['date', 'time', 'name', 'phone', 'clinician'] as const;
type Column = (typeof columns)[number];

/**
 * Reads a list of appointments: a heading line, and then a line for each with dates as 2026-11-23 or 23/11/2026 and
 * times as 14:30. Gives all of them, or everything that is wrong.
 */
export function readAppointments(
  text: string,
  circumstances: Circumstances,
): { appointments: Appointment[]; problems: Problem[] } {
  const rows = readRows(text);
  if (typeof rows === 'number') return { appointments: [], problems: [{ line: rows, what: 'quotes' }] };
  const [first = { line: 1, fields: [] }, ...rest] = rows;
  const heading = readHeading(first);
  if (heading === null) return { appointments: [], problems: [{ line: first.line, what: 'columns' }] };
  if (rest.length === 0) return { appointments: [], problems: [{ line: first.line, what: 'empty' }] };
  const read = rest.map((row) => readRow(row, heading, circumstances));
  const problems = read.flatMap((one) => one.problems);
  return { appointments: problems.length > 0 ? [] : read.flatMap(({ appointment }) => appointment ?? []), problems };
}

/** What each column means; null unless they are known ones, each once, with date and time among them. */
function readHeading({ fields }: Row): Column[] | null {
  const names = fields.map((name) => name.toLowerCase());
  const known = columns.filter((column) => names.includes(column));
  const isGood = known.length === names.length && known.includes('date') && known.includes('time');
  return isGood ? names.map((name) => columns.find((column) => column === name)!) : null;
}

function readRow(
  { line, fields }: Row,
  heading: Column[],
  { timeZone, now, clinicians }: Circumstances,
): { appointment?: Appointment; problems: Problem[] } {
  const problem = (what: Problem['what']): Problem[] => [{ line, what }];
  if (fields.length > heading.length) return { problems: problem('fields') };
  const said = (column: Column) => fields[heading.indexOf(column)] ?? '';

  const day = readDay(said('date'));
  const hour = readHour(said('time'));
  const expectedAt = day && hour && moment(day, hour, timeZone);
  const patientName = optional(personName, said('name'));
  const patientPhone = optional(phone, said('phone'));
  const clinician = clinicians.find(({ name }) => isSame(name, said('clinician')));
  const problems = [
    ...(day === null ? problem('date') : []),
    ...(hour === null || (day !== null && expectedAt === null) ? problem('time') : []),
    ...(expectedAt !== null && expectedAt < now ? problem('past') : []),
    ...(expectedAt !== null && expectedAt > now + furthest ? problem('too_far') : []),
    ...(patientName === null ? problem('name') : []),
    ...(patientPhone === null ? problem('phone') : []),
    ...(said('clinician') !== '' && clinician === undefined ? problem('clinician') : []),
  ];
  if (problems.length > 0 || expectedAt === null || patientName === null || patientPhone === null) return { problems };
  const who = { patientName, patientPhone, clinicianId: clinician?.id ?? null, clinicianName: clinician?.name ?? null };
  return { appointment: { line, expectedAt, ...who }, problems };
}

const isSame = (name: string, said: string): boolean => name.toLowerCase() === said.normalize('NFC').toLowerCase();

/** The value as it is kept, undefined for none, null for a wrong one. */
function optional(field: z.ZodType<string>, value: string): string | undefined | null {
  if (value === '') return undefined;
  const parsed = field.safeParse(value);
  return parsed.success ? parsed.data : null;
}
