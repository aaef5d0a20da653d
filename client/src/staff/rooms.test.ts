import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { describe, expect, it } from 'vitest';
import { byUrgency, inStateSince, isOwn, newlyWaiting, waitingIn } from './rooms.ts';
import { watchedPerson, watchedRoom } from './testing/watched.ts';

const person = watchedPerson;
const room = (consultationId: string, people: WatchedPerson[], changes: Partial<WatchedRoom> = {}) =>
  watchedRoom(consultationId, { people, ...changes });

const view = (...people: WatchedPerson[]) => ({ now: 0, rooms: [room('a', people)] });

describe('the rooms as staff see them', () => {
  it('counts as waiting who gave a name, is connected and is not let in', () => {
    const people = [
      person('ready'),
      person('getting ready', { phase: 'arrived', name: null }),
      person('dropped', { droppedAt: 3000 }),
      person('talking', { phase: 'in_call' }),
    ];
    expect(waitingIn([room('a', people)]).map(({ visitId }) => visitId)).toEqual(['ready']);
  });

  it('[WAIT-3] puts the longest wait on top, then rooms with people, then the newest', () => {
    const rooms = [
      room('old and empty', [], { createdAt: 10 }),
      room('new and empty', [], { createdAt: 20 }),
      room('in a call', [person('a', { phase: 'in_call' })], { createdAt: 1 }),
      room('short wait', [person('b', { arrivedAt: 9000 })], { createdAt: 5 }),
      room('long wait', [person('c', { arrivedAt: 8500 }), person('d', { arrivedAt: 4000 })], { createdAt: 30 }),
    ];
    expect(byUrgency(rooms).map(({ consultationId }) => consultationId)).toEqual([
      'long wait',
      'short wait',
      'in a call',
      'new and empty',
      'old and empty',
    ]);
  });

  it('[PAGE-4] announces each person who begins to wait, once', () => {
    const before = view(person('Ann'), person('Bob', { phase: 'arrived', name: null }));
    const after = view(person('Ann'), person('Bob'));
    expect(newlyWaiting(before, after)).toEqual(['Bob']);
    expect(newlyWaiting(after, after)).toEqual([]);
  });

  it('counts from the arrival, from the loss of the connection, or from joining', () => {
    expect(inStateSince(person('a'))).toBe(1000);
    expect(inStateSince(person('a', { phase: 'in_call', joinedAt: 5000 }))).toBe(5000);
    expect(inStateSince(person('a', { phase: 'in_call', joinedAt: 5000, droppedAt: 7000 }))).toBe(7000);
  });

  it('shows a clinician as their own what they or a colleague made for them', () => {
    const me = { id: 'me', name: 'Dr Patel' };
    expect(isOwn(room('a', [], { clinicianId: 'me', clinicianName: 'Dr Locum' }), me)).toBe(true);
    expect(isOwn(room('a', [], { clinicianName: 'Dr Patel' }), me)).toBe(true);
    expect(isOwn(room('a', [], { clinicianId: 'other', clinicianName: 'Dr Patel' }), me)).toBe(false);
    expect(isOwn(room('a', []), me)).toBe(false);
  });
});
