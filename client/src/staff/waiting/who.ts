import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { leadOf, visitorsOf } from './status.ts';

/** The two names that somebody can have: the one they gave, and the one that is expected. */
export interface Names {
  /** What the row is called by; null where nobody has said any. */
  shown: string | null;
  /** The name that is expected, where somebody came by another one: the two may be two people. */
  expected: string | null;
}

export function namesOf(room: WatchedRoom): Names {
  const given = leadOf(room)?.name ?? null;
  if (given === null) return { shown: room.patientName, expected: null };
  const isAnother = room.patientName !== null && !isSame(given, room.patientName);
  return { shown: given, expected: isAnother ? room.patientName : null };
}

/** Two names that differ in nothing but capitals and spaces. */
const isSame = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ').trim();

/** How to speak of whom a row is about. */
export const calledBy = (room: WatchedRoom): string => namesOf(room).shown ?? t('waiting:row.unnamed');

/** A number to ring. */
export interface PhoneNumber {
  phone: string;
  /** The person asked to be rung on it, instead of a call by video. */
  isAskedFor: boolean;
}

/** The numbers on which the patient's side can be rung, the one they asked for first. */
export function numbersOf(room: WatchedRoom): PhoneNumber[] {
  const askedFor = visitorsOf(room).flatMap(({ ringMe }) => ringMe?.phone ?? []);
  const known = room.patientPhone;
  const isNew = known !== null && !askedFor.some((phone) => digits(phone) === digits(known));
  return [
    ...askedFor.map((phone) => ({ phone, isAskedFor: true })),
    ...(isNew ? [{ phone: known, isAskedFor: false }] : []),
  ];
}

const digits = (phone: string): string => phone.replaceAll(/\D/g, '');
