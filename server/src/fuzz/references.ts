import { randomUUID } from 'node:crypto';
import fc from 'fast-check';

/**
 * A generated message names things that are only known when it is sent: the record of some id, a text that bears the
 * mark of its room. Until then it has references in their places, so that a sequence can be printed and sent again.
 */
const idReference = /^@(\d+)$/;
const wordsReference = /^~(\d+)$/;

export const namedId = fc.nat({ max: 60 }).map((n) => `@${n}`);
/** Something somebody writes; marked, when it is sent, as of its room. */
export const words = fc.nat({ max: 9 }).map((n) => `~${n}`);

/** What somebody who writes a message can refer to. */
export interface Known {
  /** Ids this person was told, newest first, that could stand in a field of that name. */
  ids(field: string): readonly string[];
  /** The same of others, which nobody told this person. */
  foreign(field: string): readonly string[];
  /** How the person of that visit is called, as far as known. */
  nameOf(visitId: string): string | undefined;
  /** Written into each text. */
  mark: string;
}

/** The message with what its references refer to. */
export function resolve(value: unknown, known: Known, field = ''): unknown {
  if (typeof value === 'string') return resolveText(value, known, field);
  if (Array.isArray(value)) return value.map((one) => resolve(one, known, field));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  const fields = Object.entries(value).map(([name, one]): [string, unknown] => [name, resolve(one, known, name)]);
  const resolved = Object.fromEntries(fields);
  // Whoever is let in is let in by name; the right one, unless it is to be another.
  const { confirmedName, visitId } = value as { confirmedName?: unknown; visitId?: unknown };
  if (typeof confirmedName !== 'string' || !wordsReference.test(confirmedName) || typeof visitId !== 'string') {
    return resolved;
  }
  const name = known.nameOf(String(resolved['visitId']));
  return name === undefined || confirmedName === '~9' ? resolved : { ...resolved, confirmedName: name };
}

function resolveText(text: string, known: Known, field: string): string {
  const said = wordsReference.exec(text)?.[1];
  if (said !== undefined) return `${wordings[Number(said) % wordings.length]} ${known.mark}`;
  const id = idReference.exec(text)?.[1];
  return id === undefined ? text : chooseId(Number(id), known, field);
}

/** Mostly what makes sense in that place, sometimes what is others', sometimes what is nowhere. */
function chooseId(n: number, known: Known, field: string): string {
  const foreign = known.foreign(field);
  if (n % 6 === 5 && foreign.length > 0) return foreign[Math.floor(n / 6) % foreign.length]!;
  const own = known.ids(field);
  if (n % 20 === 19 || own.length === 0) return randomUUID();
  return own[Math.floor(n / 6) % Math.min(own.length, 8)]!;
}

const wordings = [
  'Ann',
  'Bob Example',
  'María José',
  '王小明',
  'ਅਮਰ',
  '<b>Ann</b>',
  "O'Brien; drop",
  'a\u0301',
  '%s ${x}',
];
