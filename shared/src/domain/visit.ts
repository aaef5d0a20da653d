import type { ErrorCode } from '../errors.ts';
import type { VisitRole } from './roles.ts';

/**
 * One person's way through one consultation, from opening the page to its end. All times are ms since the epoch.
 *
 * A visit outlives every connection under it: losing the connection only sets `droppedAt`, so the phase, and with it
 * the place in the queue, is still there when the person comes back.
 */
export type VisitState =
  | ({ phase: 'arrived' } & Live)
  | ({ phase: 'waiting'; name: string; waitingSince: number } & Live)
  | ({ phase: 'admitted'; name: string; admittedAt: number } & Live)
  | ({ phase: 'in_call'; name: string; admittedAt: number; joinedAt: number } & Live)
  | ({ phase: 'held'; name: string; heldAt: number } & Live)
  | ({ phase: 'left'; name: string | null; leftAt: number } & Placed)
  | { phase: 'removed'; arrivedAt: number; name: string | null; removedAt: number }
  | { phase: 'ended'; arrivedAt: number; name: string | null; endedAt: number };

/** `placeSince` is when the place in the queue was taken: the arrival, unless it was lost in between. */
type Placed = { arrivedAt: number; placeSince: number };
type Live = Placed & { droppedAt: number | null };

export type VisitPhase = VisitState['phase'];
export const visitPhases = [
  'arrived',
  'waiting',
  'admitted',
  'in_call',
  'held',
  'left',
  'removed',
  'ended',
] as const satisfies VisitPhase[];

/** A phase in which the person takes part, connected or not. */
export type LiveVisit = Extract<VisitState, { droppedAt: number | null }>;

/**
 * What can happen to a visit. `at` is the time it happened.
 *
 * `return` is a new connection: `same_device` proved it with the resume secret, `new_device` only holds the link. A
 * place in the queue is kept for somebody who was away for `placeKept` ms at most.
 */
export type VisitEvent =
  | { type: 'check_in'; at: number; name: string }
  | { type: 'admit'; at: number; confirmedName: string }
  | { type: 'join'; at: number }
  | { type: 'drop'; at: number }
  | { type: 'hold'; at: number }
  | { type: 'bring_back'; at: number }
  | { type: 'return_to_waiting'; at: number }
  | { type: 'return'; at: number; proof: 'same_device' | 'new_device'; placeKept: number }
  | { type: 'leave'; at: number }
  | { type: 'remove'; at: number }
  | { type: 'end'; at: number };

/** What becomes part of the access trail when a visit changes. */
export type VisitFact =
  | 'arrived'
  | 'checked_in'
  | 'admitted'
  | 'joined'
  | 'held'
  | 'brought_back'
  | 'returned_to_waiting'
  | 'dropped'
  | 'returned'
  | 'place_lost'
  | 'left'
  | 'removed'
  | 'ended';

/**
 * What a change asks of the world outside; carried out by whoever applied it.
 * - `record`: write the fact to the trail, in the same transaction as the state
 * - `close_media`: take the person's transports down
 * - `revoke_access`: forget the resume secret, so that nothing old opens the visit again
 */
export type VisitEffect = { type: 'record'; fact: VisitFact } | { type: 'close_media' } | { type: 'revoke_access' };

export type VisitTransition = { ok: true; state: VisitState; effects: VisitEffect[] } | { ok: false; code: ErrorCode };

export const isLive = (state: VisitState): state is LiveVisit => 'droppedAt' in state;

/** Whether media may flow to and from this person. The one rule that the media floor asks. */
export const mayHaveMedia = (state: VisitState): state is Extract<LiveVisit, { admittedAt: number }> =>
  state.phase === 'admitted' || state.phase === 'in_call';

/**
 * The first state of a visit. Patients and guests must give their details and be admitted; a clinician, who proved
 * to be one, is admitted on arrival.
 */
export function arrive(
  role: VisitRole,
  at: number,
  clinicianName: string,
): { state: LiveVisit; effects: VisitEffect[] } {
  const effects: VisitEffect[] = [{ type: 'record', fact: 'arrived' }];
  const here = { arrivedAt: at, placeSince: at, droppedAt: null };
  return role === 'clinician'
    ? { state: { phase: 'admitted', ...here, name: clinicianName, admittedAt: at }, effects }
    : { state: { phase: 'arrived', ...here }, effects };
}

const changed = (state: VisitState, ...effects: VisitEffect[]): VisitTransition => ({ ok: true, state, effects });
const refused = (code: ErrorCode): VisitTransition => ({ ok: false, code });
const record = (fact: VisitFact): VisitEffect => ({ type: 'record', fact });
const closing: VisitEffect[] = [{ type: 'close_media' }, { type: 'revoke_access' }];

/** The visit after an event, or why the event is refused. Pure: same arguments, same answer. */
export function transition(state: VisitState, event: VisitEvent, role: VisitRole): VisitTransition {
  switch (state.phase) {
    case 'ended':
      return event.type === 'end' || event.type === 'drop' ? changed(state) : refused('consultation_ended');
    case 'removed':
      return ifRemoved(state, event);
    case 'left':
      return ifLeft(state, event, role);
    case 'arrived':
    case 'waiting':
    case 'admitted':
    case 'in_call':
    case 'held':
      return ifLive(state, event, role);
  }
}

function ifRemoved(state: Extract<VisitState, { phase: 'removed' }>, event: VisitEvent): VisitTransition {
  if (event.type === 'drop' || event.type === 'remove') return changed(state);
  // The trail shows the end of the consultation once per person who was still part of it; a removed one was not.
  return event.type === 'end' ? changed(state) : refused('visit_removed');
}

function ifLeft(state: Extract<VisitState, { phase: 'left' }>, event: VisitEvent, role: VisitRole): VisitTransition {
  switch (event.type) {
    case 'return':
      return comeBack(state, event, role);
    case 'remove':
      return changed(removed(state, event.at), ...closing, record('removed'));
    case 'end':
      return changed(ended(state, event.at), ...closing, record('ended'));
    case 'drop':
    case 'leave':
      return changed(state);
    case 'check_in':
    case 'admit':
    case 'join':
    case 'hold':
    case 'bring_back':
    case 'return_to_waiting':
      return refused('visit_left');
  }
}

function ifLive(state: LiveVisit, event: VisitEvent, role: VisitRole): VisitTransition {
  switch (event.type) {
    case 'check_in':
      return checkIn(state, event);
    case 'admit':
      return admit(state, event);
    case 'join':
      return join(state, event.at);
    case 'hold':
      return hold(state, event.at);
    case 'bring_back':
      return bringBack(state, event.at);
    case 'return_to_waiting':
      return returnToWaiting(state, event.at);
    case 'drop':
      return state.droppedAt === null ? changed({ ...state, droppedAt: event.at }, record('dropped')) : changed(state);
    case 'return':
      return comeBackLive(state, event, role);
    case 'leave':
      return changed(
        { phase: 'left', ...placeOf(state), name: nameOf(state), leftAt: event.at },
        ...closing,
        record('left'),
      );
    case 'remove':
      return changed(removed(state, event.at), ...closing, record('removed'));
    case 'end':
      return changed(ended(state, event.at), ...closing, record('ended'));
  }
}

function checkIn(state: LiveVisit, event: Extract<VisitEvent, { type: 'check_in' }>): VisitTransition {
  if (state.phase === 'waiting') return changed({ ...state, name: event.name });
  if (state.phase !== 'arrived') return refused('wrong_state');
  return changed(
    { phase: 'waiting', ...presenceOf(state), name: event.name, waitingSince: event.at },
    record('checked_in'),
  );
}

function admit(state: LiveVisit, event: Extract<VisitEvent, { type: 'admit' }>): VisitTransition {
  if (state.phase !== 'waiting') return refused('wrong_state');
  // The clinician confirmed a name; if it is another by now, somebody else would be let in.
  if (state.name !== event.confirmedName) return refused('name_changed');
  if (state.droppedAt !== null) return refused('person_away');
  return changed(
    { phase: 'admitted', ...presenceOf(state), name: state.name, admittedAt: event.at },
    record('admitted'),
  );
}

function join(state: LiveVisit, at: number): VisitTransition {
  if (state.phase === 'in_call') return changed(state);
  if (state.phase !== 'admitted') return refused('not_admitted');
  return changed({ ...state, phase: 'in_call', joinedAt: at }, record('joined'));
}

/** Out of the call for a moment, and back into it without another admission. */
function hold(state: LiveVisit, at: number): VisitTransition {
  if (!mayHaveMedia(state)) return refused('wrong_state');
  return changed(
    { phase: 'held', ...presenceOf(state), name: state.name, heldAt: at },
    { type: 'close_media' },
    record('held'),
  );
}

function bringBack(state: LiveVisit, at: number): VisitTransition {
  if (state.phase !== 'held') return refused('wrong_state');
  if (state.droppedAt !== null) return refused('person_away');
  return changed({ phase: 'admitted', ...presenceOf(state), name: state.name, admittedAt: at }, record('brought_back'));
}

function returnToWaiting(state: LiveVisit, at: number): VisitTransition {
  if (!mayHaveMedia(state) && state.phase !== 'held') return refused('wrong_state');
  return changed(
    { phase: 'waiting', ...presenceOf(state), name: state.name, waitingSince: at },
    { type: 'close_media' },
    record('returned_to_waiting'),
  );
}

type Return = Extract<VisitEvent, { type: 'return' }>;

function comeBackLive(state: LiveVisit, event: Return, role: VisitRole): VisitTransition {
  const seen = state.droppedAt === null && event.proof === 'same_device' ? [] : [record('returned')];
  const { place, lost } = placeAfter(state, state.droppedAt, event);
  const wasLetIn = mayHaveMedia(state) || state.phase === 'held';
  if (event.proof === 'same_device' || role === 'clinician' || !wasLetIn) {
    // Whoever was let in has no place in the queue to lose.
    return wasLetIn
      ? changed({ ...state, droppedAt: null }, ...seen)
      : changed({ ...state, ...place, droppedAt: null }, ...seen, ...lost);
  }
  // Admission belongs to the device that was looked at and named: a link alone, perhaps forwarded or stolen, gives
  // back the place in the queue, not the open call.
  return changed(
    { phase: 'waiting', ...placeOf(state), droppedAt: null, name: state.name, waitingSince: event.at },
    { type: 'close_media' },
    ...seen,
  );
}

function comeBack(state: Extract<VisitState, { phase: 'left' }>, event: Return, role: VisitRole): VisitTransition {
  const { name, leftAt } = state;
  const { place, lost } = placeAfter(state, leftAt, event);
  const here = { ...place, droppedAt: null };
  const facts = [record('returned'), ...lost];
  if (name === null) return changed({ phase: 'arrived', ...here }, ...facts);
  return role === 'clinician'
    ? changed({ phase: 'admitted', ...here, name, admittedAt: event.at }, ...facts)
    : changed({ phase: 'waiting', ...here, name, waitingSince: event.at }, ...facts);
}

/** The place of somebody who was away from `awayFrom` until the event, null for not at all. */
function placeAfter(state: Placed, awayFrom: number | null, { at, placeKept }: Return) {
  const isKept = awayFrom === null || at - awayFrom <= placeKept;
  return isKept
    ? { place: placeOf(state), lost: [] }
    : { place: { arrivedAt: state.arrivedAt, placeSince: at }, lost: [record('place_lost')] };
}

const placeOf = ({ arrivedAt, placeSince }: Placed): Placed => ({ arrivedAt, placeSince });
const presenceOf = ({ arrivedAt, placeSince, droppedAt }: Live): Live => ({ arrivedAt, placeSince, droppedAt });
const nameOf = (state: VisitState): string | null => ('name' in state ? state.name : null);
const removed = (state: VisitState, at: number): VisitState => ({
  phase: 'removed',
  arrivedAt: state.arrivedAt,
  name: nameOf(state),
  removedAt: at,
});
const ended = (state: VisitState, at: number): VisitState => ({
  phase: 'ended',
  arrivedAt: state.arrivedAt,
  name: nameOf(state),
  endedAt: at,
});
