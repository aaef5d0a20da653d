import type { WatchedPerson } from '@front-door/shared/protocol/views.ts';
import { visitPhases } from '@front-door/shared/domain/visit.ts';
import { describe, expect, it } from 'vitest';
import { watchedPerson, watchedRoom } from '../testing/watched.ts';
import { leadOf, statusOf, type StatusName } from './status.ts';

const person = watchedPerson;
const statusWith = (...people: WatchedPerson[]) => statusOf(watchedRoom('a', { people }));
const clinician = person('clinician', { role: 'clinician', phase: 'in_call', joinedAt: 4000 });

describe('[DESK-1] the status of a consultation', () => {
  it.each<[StatusName, number | null, Partial<WatchedPerson>]>([
    ['opened', 1000, { phase: 'arrived', name: null }],
    ['opened', 1000, { phase: 'arrived', report: { step: 'details' } }],
    ['checking', 1000, { phase: 'waiting', report: { step: 'check' } }],
    ['waiting', 1000, { phase: 'waiting', report: { step: 'waiting' } }],
    ['waiting', 1000, { phase: 'waiting', report: null }],
    ['in_call', null, { phase: 'admitted' }],
    ['in_call', 5000, { phase: 'in_call', joinedAt: 5000 }],
    ['held', 6000, { phase: 'held', heldAt: 6000 }],
    ['left', null, { phase: 'left' }],
    ['dropped', 7000, { phase: 'arrived', droppedAt: 7000 }],
    ['dropped', 7000, { phase: 'waiting', report: { step: 'check' }, droppedAt: 7000 }],
    ['dropped', 7000, { phase: 'in_call', joinedAt: 5000, droppedAt: 7000 }],
    ['dropped', 7000, { phase: 'held', heldAt: 6000, droppedAt: 7000 }],
  ])('is %s since %s when the patient is %j', (is, since, changes) => {
    expect(statusWith(person('Ann', changes))).toEqual({ is, since });
  });

  it('is invited before anybody of the patient’s side came', () => {
    expect(statusWith()).toEqual({ is: 'invited', since: null });
    expect(statusWith(clinician)).toEqual({ is: 'invited', since: null });
  });

  it('is no-show while it is marked so, and ended once it is over', () => {
    const people = [person('Ann', { droppedAt: 3000 })];
    expect(statusOf(watchedRoom('a', { people, noShowAt: 8000 }))).toEqual({ is: 'no_show', since: 8000 });
    expect(statusOf(watchedRoom('a', { people, endedAt: 9000 }))).toEqual({ is: 'ended', since: 9000 });
    expect(statusOf(watchedRoom('a', { noShowAt: 8000, endedAt: 9000 })).is).toBe('no_show');
  });

  it('is that of whoever is furthest on the way to the call, present before absent', () => {
    const guest = (changes: Partial<WatchedPerson>) => person('guest', { role: 'guest', ...changes });
    expect(statusWith(person('Ann'), guest({ phase: 'arrived' })).is).toBe('waiting');
    expect(statusWith(person('Ann', { phase: 'arrived' }), guest({ phase: 'in_call', joinedAt: 1 })).is).toBe(
      'in_call',
    );
    expect(statusWith(person('Ann', { phase: 'in_call', droppedAt: 2 }), guest({ phase: 'arrived' })).is).toBe(
      'opened',
    );
    expect(statusWith(person('Ann', { phase: 'left' }), guest({ droppedAt: 2 })).is).toBe('dropped');
  });

  it('is the patient’s of two alike, whoever came first', () => {
    const people = [person('guest', { role: 'guest' }), person('Ann')];
    expect(leadOf({ people })?.visitId).toBe('Ann');
  });

  it('is one of the ten for every phase there is', () => {
    const found = visitPhases.flatMap((phase) => [
      statusWith(person('Ann', { phase })).is,
      statusWith(person('Ann', { phase, report: { step: 'check' } })).is,
    ]);
    expect(new Set(found)).toEqual(new Set(['opened', 'checking', 'waiting', 'in_call', 'held', 'left', 'ended']));
  });
});
