import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitRoles, type VisitRole } from './roles.ts';
import { arrive, isLive, mayHaveMedia, transition, type VisitEvent, type VisitState } from './visit.ts';

const at = fc.integer({ min: 1_000, max: 2_000 });
const placeKept = 600_000;
const name = fc.constantFrom('Ann Example', 'Bob Example');
const event: fc.Arbitrary<VisitEvent> = fc.oneof(
  fc.record({ type: fc.constant('check_in' as const), at, name }),
  fc.record({ type: fc.constant('admit' as const), at, confirmedName: name }),
  fc.record({ type: fc.constant('join' as const), at }),
  fc.record({ type: fc.constant('drop' as const), at }),
  fc.record({ type: fc.constant('hold' as const), at }),
  fc.record({ type: fc.constant('bring_back' as const), at }),
  fc.record({ type: fc.constant('return_to_waiting' as const), at }),
  fc.record({
    type: fc.constant('return' as const),
    at,
    proof: fc.constantFrom('same_device', 'new_device'),
    placeKept: fc.constantFrom(0, placeKept),
  }),
  fc.record({ type: fc.constant('leave' as const), at }),
  fc.record({ type: fc.constant('remove' as const), at }),
  fc.record({ type: fc.constant('end' as const), at }),
);
const role = fc.constantFrom<VisitRole>(...visitRoles);
const history = fc.array(event, { maxLength: 30 });

/** Every state on the way, with the event that led to it; refused events change nothing. */
function walk(who: VisitRole, events: VisitEvent[]) {
  let state: VisitState = arrive(who, 1_000, 'Dr Example').state;
  return events.map((happened) => {
    const before = state;
    const outcome = transition(before, happened, who);
    if (outcome.ok) state = outcome.state;
    return { before, happened, outcome, after: state };
  });
}

const patientIn = (phase: 'waiting' | 'admitted' | 'in_call'): VisitState => {
  const steps: VisitEvent[] = [{ type: 'check_in', at: 1_010, name: 'Ann Example' }];
  if (phase !== 'waiting') steps.push({ type: 'admit', at: 1_020, confirmedName: 'Ann Example' });
  if (phase === 'in_call') steps.push({ type: 'join', at: 1_030 });
  return walk('patient', steps).at(-1)!.after;
};

describe('a visit', () => {
  it('[VISIT-1] has one defined outcome for every event after every history', () => {
    fc.assert(
      fc.property(role, history, (who, events) => {
        for (const { before, happened, outcome } of walk(who, events)) {
          expect(transition(before, happened, who)).toEqual(outcome);
          expect(outcome.ok ? outcome.state.phase : outcome.code).toBeTypeOf('string');
        }
      }),
    );
  });

  it('[VISIT-2] keeps phase, name and arrival when the connection is lost and comes back on the same device', () => {
    fc.assert(
      fc.property(role, history, (who, events) => {
        const state = walk(who, events).at(-1)?.after;
        fc.pre(state !== undefined && isLive(state) && state.droppedAt === null);
        const dropped = transition(state, { type: 'drop', at: 3_000 }, who);
        expect(dropped).toMatchObject({ ok: true, state: { ...state, droppedAt: 3_000 } });
        if (!dropped.ok) return;
        const back = transition(dropped.state, { type: 'return', at: 4_000, proof: 'same_device', placeKept }, who);
        expect(back).toMatchObject({ ok: true, state });
      }),
    );
  });

  it('[VISIT-3] once removed, is only ever removed', () => {
    fc.assert(
      fc.property(role, history, history, (who, before, after) => {
        const steps = walk(who, [...before, { type: 'remove', at: 2_500 }, ...after]);
        const removedAt = steps.findIndex((step) => step.after.phase === 'removed');
        fc.pre(removedAt >= 0);
        for (const step of steps.slice(removedAt)) expect(step.after.phase).toBe('removed');
      }),
    );
  });

  it('[VISIT-4] once ended, is only ever ended', () => {
    fc.assert(
      fc.property(role, history, history, (who, before, after) => {
        const steps = walk(who, [...before, { type: 'end', at: 2_500 }, ...after]);
        const endedAt = steps.findIndex((step) => step.after.phase === 'ended');
        fc.pre(endedAt >= 0);
        for (const step of steps.slice(endedAt)) expect(step.after.phase).toBe('ended');
      }),
    );
  });

  it('[WAIT-1] counts the arrival from opening the page, whatever comes later', () => {
    fc.assert(
      fc.property(role, history, (who, events) => {
        for (const { after } of walk(who, events)) expect(after.arrivedAt).toBe(1_000);
      }),
    );
  });

  it('[WAIT-2] of a patient or guest waits only after the details were given', () => {
    fc.assert(
      fc.property(fc.constantFrom<VisitRole>('patient', 'guest'), history, (who, events) => {
        const steps = walk(who, events);
        const waiting = steps.findIndex(({ after }) => after.phase === 'waiting');
        fc.pre(waiting >= 0);
        expect(steps[waiting]!.happened.type).toBe('check_in');
      }),
    );
  });

  it('[ADMIT-1] of a patient or guest gets media only by being admitted while waiting and connected', () => {
    fc.assert(
      fc.property(fc.constantFrom<VisitRole>('patient', 'guest'), history, (who, events) => {
        for (const { before, happened, after } of walk(who, events)) {
          if (mayHaveMedia(before) || !mayHaveMedia(after)) continue;
          const from = { admit: 'waiting', bring_back: 'held' }[happened.type as 'admit' | 'bring_back'];
          expect(before).toMatchObject({ phase: from, droppedAt: null });
        }
      }),
    );
  });

  it('[ADMIT-2] is not admitted under a name that was changed since', () => {
    const renamed = transition(patientIn('waiting'), { type: 'check_in', at: 1_015, name: 'Bob Example' }, 'patient');
    if (!renamed.ok) throw new Error('a name may be corrected while waiting');
    const stale = transition(renamed.state, { type: 'admit', at: 1_020, confirmedName: 'Ann Example' }, 'patient');
    expect(stale).toEqual({ ok: false, code: 'name_changed' });
  });

  it('[ADMIT-1] is not admitted while dropped', () => {
    const dropped = transition(patientIn('waiting'), { type: 'drop', at: 1_015 }, 'patient');
    if (!dropped.ok) throw new Error('anybody may drop');
    const early = transition(dropped.state, { type: 'admit', at: 1_020, confirmedName: 'Ann Example' }, 'patient');
    expect(early).toEqual({ ok: false, code: 'person_away' });
  });

  it.each(['admitted', 'in_call'] as const)(
    '[ADMIT-4] that is %s goes back to waiting, and loses its media, when another device comes with the link',
    (phase) => {
      const moved = transition(
        patientIn(phase),
        { type: 'return', at: 1_040, proof: 'new_device', placeKept },
        'patient',
      );
      expect(moved).toMatchObject({ ok: true, state: { phase: 'waiting', name: 'Ann Example', arrivedAt: 1_000 } });
      expect(moved).toMatchObject({ effects: expect.arrayContaining([{ type: 'close_media' }]) });
    },
  );

  it('[DESK-3] that is held has no media until it is brought back, for which the device must be there', () => {
    const held = transition(patientIn('in_call'), { type: 'hold', at: 1_040 }, 'patient');
    expect(held).toMatchObject({ ok: true, state: { phase: 'held' }, effects: [{ type: 'close_media' }, {}] });
    if (!held.ok) return;
    expect(mayHaveMedia(held.state)).toBe(false);
    const dropped = transition(held.state, { type: 'drop', at: 1_050 }, 'patient');
    if (!dropped.ok) throw new Error('anybody may drop');
    const early = transition(dropped.state, { type: 'bring_back', at: 1_060 }, 'patient');
    expect(early).toEqual({ ok: false, code: 'person_away' });
    const back = transition(dropped.state, { type: 'return', at: 1_070, proof: 'same_device', placeKept }, 'patient');
    expect(back).toMatchObject({ ok: true, state: { phase: 'held', droppedAt: null } });
    const elsewhere = transition(held.state, { type: 'return', at: 1_070, proof: 'new_device', placeKept }, 'patient');
    expect(elsewhere).toMatchObject({ ok: true, state: { phase: 'waiting' } });
    const again = transition(held.state, { type: 'bring_back', at: 1_080 }, 'patient');
    expect(again).toMatchObject({ ok: true, state: { phase: 'admitted', name: 'Ann Example' } });
  });

  it.each(['in_call', 'admitted'] as const)('[DESK-4] that was %s and is sent back has its old place', (phase) => {
    const back = transition(patientIn(phase), { type: 'return_to_waiting', at: 1_900 }, 'patient');
    expect(back).toMatchObject({ ok: true, state: { phase: 'waiting', arrivedAt: 1_000, placeSince: 1_000 } });
    expect(back).toMatchObject({ effects: expect.arrayContaining([{ type: 'close_media' }]) });
  });

  it.each([
    ['keeps its place for as long as it is kept', 0, 1_000],
    ['loses its place a moment later, and not the arrival', 1, 1_050 + placeKept + 1],
  ])('[QUEUE-2] that was dropped while waiting %s', (_what, late, placeSince) => {
    const dropped = transition(patientIn('waiting'), { type: 'drop', at: 1_050 }, 'patient');
    if (!dropped.ok) throw new Error('anybody may drop');
    for (const proof of ['same_device', 'new_device'] as const) {
      const backAt = 1_050 + placeKept + late;
      const back = transition(dropped.state, { type: 'return', at: backAt, proof, placeKept }, 'patient');
      expect(back).toMatchObject({ ok: true, state: { phase: 'waiting', arrivedAt: 1_000, placeSince } });
    }
  });

  it('[RESUME-2] gives up its resume secret by leaving, removal and end, and by nothing else', () => {
    fc.assert(
      fc.property(role, history, (who, events) => {
        for (const { before, happened, outcome } of walk(who, events)) {
          if (!outcome.ok || !isLive(before)) continue;
          const revokes = outcome.effects.some(({ type }) => type === 'revoke_access');
          expect(revokes).toBe(['leave', 'remove', 'end'].includes(happened.type));
        }
      }),
    );
  });

  it('[TRAIL-1] records each fact once: what changed the phase is in the trail', () => {
    fc.assert(
      fc.property(role, history, (who, events) => {
        for (const { before, outcome } of walk(who, events)) {
          if (!outcome.ok || outcome.state.phase === before.phase) continue;
          const facts = outcome.effects.flatMap((effect) => (effect.type === 'record' ? [effect.fact] : []));
          expect(facts.filter((fact) => fact !== 'place_lost')).toHaveLength(1);
          expect(new Set(facts).size).toBe(facts.length);
        }
      }),
    );
  });
});
