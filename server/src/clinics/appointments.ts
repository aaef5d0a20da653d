import { personName, phone } from '@front-door/shared/protocol/fields.ts';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import type { z } from 'zod';

type Problem = HttpReply<'appointments.upload'>['problems'][number];

/** One line of an uploaded list; the line is counted from 1, which is the heading. */
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
const columns = ['date', 'time', 'name', 'phone', 'clinician'];

/**
 * Reads a list of appointments: comma- or semicolon-separated values with a heading line; dates as 2026-11-23 or
 * 23/11/2026, times as 14:30. Gives all of them, or everything that is wrong.
 */
export function readAppointments(
  csv: string,
  circumstances: Circumstances,
): { appointments: Appointment[]; problems: Problem[] } {
  const rows = rowsOf(csv);
  if (rows === null || rows.length === 0) return { appointments: [], problems: [{ line: 1, what: 'columns' }] };
  const read = rows.map((row, index) => readRow(row, index + 2, circumstances));
  return {
    appointments: read.flatMap(({ appointment }) => appointment ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

type Row = Record<string, string>;

function rowsOf(csv: string): Row[] | null {
  try {
    const rows: Row[] = parse(csv, {
      bom: true,
      columns: (heading: string[]) => heading.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';'],
      skip_empty_lines: true,
      trim: true,
    });
    const known = rows.every((row) => Object.keys(row).every((name) => columns.includes(name)));
    return known && rows.every((row) => 'date' in row && 'time' in row) ? rows : null;
  } catch {
    // Quotes that do not close, or a line with more fields than the heading.
    return null;
  }
}

function readRow(
  { date = '', time = '', name, phone: number, clinician }: Row,
  line: number,
  { timeZone, now, clinicians }: Circumstances,
): { appointment?: Appointment; problems: Problem[] } {
  const problem = (what: Problem['what']): Problem[] => [{ line, what }];
  const day = ['yyyy-MM-dd', 'd/M/yyyy'].map((format) => DateTime.fromFormat(date, format)).find((one) => one.isValid);
  const hour = ['H:mm', 'HHmm'].map((format) => DateTime.fromFormat(time, format)).find((one) => one.isValid);
  const patientName = optional(personName, name);
  const patientPhone = optional(phone, number);
  const wanted = clinicians.find((one) => one.name.toLowerCase() === clinician?.toLowerCase());
  const problems = [
    ...(day === undefined ? problem('date') : []),
    ...(hour === undefined ? problem('time') : []),
    ...(patientName === null ? problem('name') : []),
    ...(patientPhone === null ? problem('phone') : []),
    ...(clinician && wanted === undefined ? problem('clinician') : []),
  ];
  if (day === undefined || hour === undefined || patientName === null || patientPhone === null || problems.length > 0) {
    return { problems };
  }
  const { year, month, day: dayOfMonth } = day;
  const at = DateTime.fromObject(
    { year, month, day: dayOfMonth, hour: hour.hour, minute: hour.minute },
    { zone: timeZone },
  );
  if (at.toMillis() < now) return { problems: problem('past') };
  if (at.toMillis() > now + furthest) return { problems: problem('too_far') };
  const who = { patientName, patientPhone, clinicianId: wanted?.id ?? null, clinicianName: wanted?.name ?? null };
  return { appointment: { line, expectedAt: at.toMillis(), ...who }, problems: [] };
}

/** The value as it is kept, undefined for none, null for a wrong one. */
function optional(field: z.ZodType<string>, value: string | undefined): string | undefined | null {
  if (value === undefined || value === '') return undefined;
  const parsed = field.safeParse(value);
  return parsed.success ? parsed.data : null;
}
