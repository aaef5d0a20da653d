import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { isOwn } from '../rooms.ts';

/** What of the list is shown. */
export interface Wanted {
  /** A clinic's id; empty for all. */
  clinic: string;
  /** A clinician's id, or `mine`; empty for all. */
  clinician: string;
}

interface Clinician {
  id: string;
  name: string;
}

/** Whether a consultation is among those that are wanted. `me` is who looks. */
export function isWanted(
  room: WatchedRoom,
  { clinic, clinician }: Wanted,
  me: Clinician,
  clinicians: readonly Clinician[],
): boolean {
  if (clinic !== '' && room.clinic?.id !== clinic) return false;
  if (clinician === '') return true;
  const whose = clinician === 'mine' ? me : clinicians.find(({ id }) => id === clinician);
  return isOwn(room, whose ?? { id: clinician, name: '' });
}

/** A choice of before, unless it is none any more. */
export const stillThere = (chosen: string, options: readonly { value: string }[]): string =>
  options.some(({ value }) => value === chosen) ? chosen : '';
