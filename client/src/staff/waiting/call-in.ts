import { signal } from '@preact/signals';
import { pages } from '@front-door/shared/protocol/pages.ts';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import type { Called } from '../../clinician/called.ts';
import { sittingMemory } from '../../clinician/sitting-memory.ts';
import { session } from '../session.ts';
import { callable } from './actions.ts';

/** Whom a clinician chose to call in; asked about, and let in, by the sitting beside the list. */
export const chosen = signal<Called | null>(null);

export const onCallIn = (room: WatchedRoom): void => void (chosen.value = calledIn(room));

/** Somebody as they can be called in at this moment. */
export function calledIn(room: WatchedRoom): Called | null {
  const person = callable(room);
  return person && { consultationId: room.consultationId, visitId: person.visitId, name: person.name };
}

/** Into a call on a page of its own, beside this one while there is a call on it; unless it is that one. */
export function openCall({ consultationId }: WatchedRoom): void {
  const { value } = session;
  const here = value.is === 'signed_in' ? sittingMemory.read(value.staff.id) : null;
  const address = `${pages.clinician}/${consultationId}`;
  if (here === consultationId) scrollTo(0, 0);
  else if (here === null) location.assign(address);
  else open(address, '_blank');
}
