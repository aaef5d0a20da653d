import { visitRoles } from '@front-door/shared/domain/roles.ts';
import { arrive, transition, type VisitEvent, type VisitFact } from '@front-door/shared/domain/visit.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTold } from './visit-replay.ts';

const name = 'Ann Example';
const anyEvent = fc.record({
  type: fc.constantFrom<VisitEvent['type'][]>(
    'check_in',
    'admit',
    'join',
    'drop',
    'hold',
    'bring_back',
    'return_to_waiting',
    'return',
    'leave',
    'remove',
    'end',
  ),
  proof: fc.constantFrom('same_device' as const, 'new_device' as const),
});

/** Goes through events as they come, and keeps what the trail would have. */
function live(role: (typeof visitRoles)[number], events: Array<{ type: string; proof: string }>) {
  const first = arrive(role, 0, name);
  let state = first.state as Parameters<typeof transition>[0];
  const told: VisitFact[] = ['arrived'];
  for (const [index, { type, proof }] of events.entries()) {
    const at = (index + 1) * 7;
    const next = transition(state, { type, at, name, confirmedName: name, proof, placeKept: 10 } as VisitEvent, role);
    if (!next.ok) continue;
    state = next.state;
    for (const effect of next.effects) if (effect.type === 'record') told.push(effect.fact);
  }
  return { state, told };
}

describe('[VISIT-1] [TRAIL-3] the trail leads to', () => {
  it('every state that the state machine comes to', () => {
    const anyLife = fc.array(anyEvent, { maxLength: 30, size: 'max' });
    fc.assert(
      fc.property(fc.constantFrom(...visitRoles), anyLife, (role, events) => {
        const { state, told } = live(role, events);
        expect(isTold(role, told, state)).toBe(true);
      }),
    );
  });

  it('no state of which a line is missing, or one too many', () => {
    const { state, told } = live('patient', [
      { type: 'check_in', proof: '' },
      { type: 'admit', proof: '' },
      { type: 'join', proof: '' },
    ]);
    expect(isTold('patient', told, state)).toBe(true);
    expect(isTold('patient', told.slice(0, -1), state)).toBe(false);
    expect(isTold('patient', [...told, 'dropped'], state)).toBe(false);
    expect(
      isTold(
        'patient',
        told.filter((fact) => fact !== 'admitted'),
        state,
      ),
    ).toBe(false);
    expect(isTold('patient', told, { ...state, phase: 'held' } as typeof state)).toBe(false);
  });
});
