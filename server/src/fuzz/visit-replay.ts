import type { VisitRole } from '@front-door/shared/domain/roles.ts';
import {
  arrive,
  isLive,
  transition,
  type VisitEvent,
  type VisitFact,
  type VisitPhase,
  type VisitState,
} from '@front-door/shared/domain/visit.ts';

/**
 * Whether the trail tells of one of the ways on which the state machine leads to the state of a visit. What the trail
 * does not tell of, such as a corrected name, may have happened in between.
 */
export function isTold(role: VisitRole, told: readonly VisitFact[], state: VisitState): boolean {
  if (told[0] !== 'arrived') return false;
  let possible = withSilent(role, [arrive(role, 0, name).state]);
  for (const fact of told.slice(1)) possible = withSilent(role, stepsBy(role, possible, fact));
  return possible.some((one) => outlineOf(one) === outlineOf(state));
}

/** Phase, connection and the fields there are; times and names are of no interest. */
const outlineOf = (state: VisitState): string =>
  [
    state.phase,
    isLive(state) && state.droppedAt !== null,
    'name' in state && state.name !== null,
    fieldsOf(state),
  ].join();
const fieldsOf = (state: VisitState) => Object.keys(state).toSorted().join();

const name = 'Ann Example';
const later = { at: 1, placeKept: 10 };
const events: VisitEvent[] = [
  { type: 'check_in', at: 1, name },
  { type: 'admit', at: 1, confirmedName: name },
  { type: 'join', at: 1 },
  { type: 'drop', at: 1 },
  { type: 'hold', at: 1 },
  { type: 'bring_back', at: 1 },
  { type: 'return_to_waiting', at: 1 },
  { type: 'return', proof: 'same_device', ...later },
  { type: 'return', proof: 'new_device', ...later },
  { type: 'leave', at: 1 },
  { type: 'remove', at: 1 },
  { type: 'end', at: 1 },
];

function stepsBy(role: VisitRole, from: VisitState[], fact: VisitFact): VisitState[] {
  // It only says more of the return before it.
  if (fact === 'place_lost') return from;
  return distinct(from.flatMap((state) => events.flatMap((event) => ifTells(role, state, event, [fact]))));
}

function withSilent(role: VisitRole, from: VisitState[]): VisitState[] {
  const all = distinct([
    ...from,
    ...from.flatMap((state) => events.flatMap((event) => ifTells(role, state, event, []))),
  ]);
  return all.length === from.length ? all : withSilent(role, all);
}

function ifTells(role: VisitRole, state: VisitState, event: VisitEvent, told: VisitFact[]): VisitState[] {
  const next = transition(state, event, role);
  if (!next.ok) return [];
  const tells = next.effects.flatMap((effect) => (effect.type === 'record' ? [effect.fact] : []));
  return tells.join() === told.join() ? [next.state] : [];
}

const distinct = (states: VisitState[]) => [...new Map(states.map((state) => [outlineOf(state), state])).values()];

const facts: Record<VisitFact, true> = {
  arrived: true,
  checked_in: true,
  admitted: true,
  joined: true,
  held: true,
  brought_back: true,
  returned_to_waiting: true,
  dropped: true,
  returned: true,
  place_lost: true,
  left: true,
  removed: true,
  ended: true,
};
/** Whether a line of the trail tells of a change of a visit's state, and not of something beside it. */
export const isVisitFact = (action: string): action is VisitFact => Object.hasOwn(facts, action);

/** The phases in which a consultation leaves everybody when it ends. */
export const overPhases: readonly VisitPhase[] = ['ended', 'removed'];
