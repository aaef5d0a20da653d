import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { describe, expect, it } from 'vitest';
import { watchedPerson, watchedRoom } from '../testing/watched.ts';
import { arrange, placesIn } from './order.ts';

const clinic = (id: string) => ({ id, name: `Clinic ${id}` });
const [east, west] = [clinic('east'), clinic('west')];
const clinics = [east, west].map((one) => ({ ...one, late: null }));

/** A consultation with a patient in it who came at that time. */
const at = (arrivedAt: number, changes: Partial<WatchedRoom> = {}, person: Partial<WatchedPerson> = {}) =>
  watchedRoom(`came ${arrivedAt}`, {
    clinic: east,
    people: [watchedPerson(`visit ${arrivedAt}`, { arrivedAt, placeSince: arrivedAt, ...person })],
    ...changes,
  });
const idsOf = (rooms: readonly WatchedRoom[]) => rooms.map(({ consultationId }) => consultationId);

describe('[DESK-10] the list', () => {
  it('goes by clinic, and in each by turn: the appointment for who was there by then, else the arrival', () => {
    const early = at(100, { expectedAt: 500, consultationId: 'early for 500' });
    const late = at(600, { expectedAt: 200, consultationId: 'late for 200' });
    const rooms = [late, at(550), early, at(300), at(50, { clinic: west })];
    const { queues } = arrange(rooms, clinics);
    expect(queues.map((queue) => [queue.clinic?.id, idsOf(queue.rooms)])).toEqual([
      ['east', ['came 300', 'early for 500', 'came 550', 'late for 200']],
      ['west', ['came 50']],
    ]);
  });

  it('puts who lost the place behind, at the time it was taken anew', () => {
    const rooms = [at(100, {}, { placeSince: 400 }), at(200), at(300)];
    expect(idsOf(arrange(rooms, clinics).queues[0]!.rooms)).toEqual(['came 200', 'came 300', 'came 100']);
  });

  it('puts who left behind everybody who is there', () => {
    const rooms = [at(100, {}, { phase: 'left' }), at(200), at(300, {}, { phase: 'in_call' })];
    expect(idsOf(arrange(rooms, clinics).queues[0]!.rooms)).toEqual(['came 200', 'came 300', 'came 100']);
  });

  it('has a part for each clinic though nobody is there, for a closed one while somebody is, and for none at the end', () => {
    const rooms = [at(1, { clinic: null }), at(2, { clinic: clinic('closed') })];
    const ids = arrange(rooms, clinics).queues.map((queue) => queue.clinic?.id ?? null);
    expect(ids).toEqual(['east', 'west', 'closed', null]);
    expect(arrange([], clinics).queues.map((queue) => queue.clinic?.id)).toEqual(['east', 'west']);
  });

  it('has who is expected apart, by the time of the appointment, and what is over apart, the last first', () => {
    const rooms = [
      watchedRoom('at 900', { clinic: west, expectedAt: 900 }),
      watchedRoom('whenever', { createdAt: 1 }),
      watchedRoom('missed 100', { clinic: east, expectedAt: 100, noShowAt: 200 }),
      watchedRoom('over 300', { endedAt: 300, people: [watchedPerson('a', { phase: 'ended' })] }),
      watchedRoom('over 400', { endedAt: 400, noShowAt: 50 }),
    ];
    const { queues, expected, finished } = arrange(rooms, []);
    expect(queues).toEqual([]);
    expect(idsOf(expected)).toEqual(['missed 100', 'at 900', 'whenever']);
    expect(idsOf(finished)).toEqual(['over 400', 'over 300']);
  });

  it('counts who waits, who is in a call and who is expected in each clinic', () => {
    const rooms = [
      at(1),
      at(2, {}, { phase: 'arrived' }),
      at(3, {}, { droppedAt: 5 }),
      at(4, {}, { phase: 'in_call' }),
      at(5, {}, { phase: 'held' }),
      at(6, {}, { phase: 'left' }),
      watchedRoom('comes', { clinic: east }),
      watchedRoom('came not', { clinic: east, noShowAt: 1 }),
    ];
    expect(arrange(rooms, clinics).queues.map(({ counts }) => counts)).toEqual([
      { waiting: 3, inCall: 2, expected: 1 },
      { waiting: 0, inCall: 0, expected: 0 },
    ]);
  });
});

describe('[DESK-10] [QUEUE-2] the places in a queue', () => {
  const now = 1_000_000;
  const placeKept = 60_000;

  it('are those that patients are told: of patients who wait, and who were cut off not too long ago', () => {
    const rooms = [
      at(1, {}, { phase: 'in_call' }),
      at(2),
      at(3, {}, { droppedAt: now - placeKept - 1 }),
      at(4, {}, { droppedAt: now - placeKept }),
      at(5, {}, { phase: 'held' }),
      at(6, {}, { role: 'guest' }),
      at(7, {}, { phase: 'arrived' }),
    ];
    expect([...placesIn(rooms, placeKept, now)]).toEqual([
      ['came 2', 1],
      ['came 4', 2],
      ['came 7', 3],
    ]);
  });
});
