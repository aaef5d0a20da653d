import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { describe, expect, it } from 'vitest';
import { watchedPerson, watchedRoom } from '../testing/watched.ts';
import { SameRooms } from './same-rooms.ts';

const rooms = (person: Partial<WatchedPerson> = {}, changes: Partial<WatchedRoom> = {}) => [
  watchedRoom('a', { people: [watchedPerson('Ann', person)], ...changes }),
  watchedRoom('b'),
];

describe('the rooms of the list', () => {
  it('are the same objects in the same array while nothing changes that the list shows', () => {
    const same = new SameRooms();
    const before = same.of(rooms());
    const quality = { sendBitrate: 1, receiveBitrate: 2, roundTripTime: 3, packetLoss: 4 };
    const worker = { index: 0, pid: 1 };
    expect(same.of(rooms())).toBe(before);
    expect(same.of(rooms({ quality, microphone: true, camera: true }, { worker }))).toBe(before);
  });

  it('are another where something changed, and only there', () => {
    const same = new SameRooms();
    const [a, b] = same.of(rooms());
    const after = same.of(rooms({ droppedAt: 5 }));
    expect(after[0]).not.toBe(a);
    expect(after[0]!.people[0]!.droppedAt).toBe(5);
    expect(after[1]).toBe(b);
  });

  it('are another when a device fares otherwise', () => {
    const same = new SameRooms();
    const before = same.of(rooms({ report: { devices: { camera: 'ok', microphone: 'ok' } } }));
    expect(same.of(rooms({ report: { devices: { camera: 'ok', microphone: 'silent' } } }))).not.toBe(before);
  });

  it('follow what comes and goes, and in which order', () => {
    const same = new SameRooms();
    const [a, b] = same.of(rooms());
    expect(same.of([b!])).toEqual([b]);
    expect(same.of([b!, a!])).toEqual([b, a]);
  });
});
