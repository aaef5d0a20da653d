import type { RoomView } from '@front-door/shared/protocol/views.ts';

type Phased = Pick<RoomView['me'], 'phase' | 'role'>;

/** In the call, or about to be. */
export const isLetIn = ({ phase }: Phased): boolean => phase === 'admitted' || phase === 'in_call';

/** Everybody else who is let in, connected at the moment or not. */
export const peopleInCall = (view: RoomView): RoomView['people'] => view.people.filter(isLetIn);

/**
 * Whether media is to be open. Patients and guests have it from being let in; a clinician, who always is, from the
 * moment there is somebody to talk to.
 */
export function wantsMedia(view: RoomView | null): boolean {
  if (view === null || !isLetIn(view.me)) return false;
  return view.me.role !== 'clinician' || peopleInCall(view).some(({ role }) => role !== 'clinician');
}

/** `standby`: to be set up, so that it begins at once, without anything being sent; null: not to be there. */
export type Wanted = 'standby' | 'call' | null;

/** What media is to be. */
export function wantedMedia(view: RoomView | null): Wanted {
  if (wantsMedia(view)) return 'call';
  return view?.mayPrepare ? 'standby' : null;
}
