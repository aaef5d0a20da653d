import type { WatchedPerson } from '@front-door/shared/protocol/views.ts';
import { describe, expect, it } from 'vitest';
import { watchedPerson, watchedRoom } from '../testing/watched.ts';
import { alertsFor, arrivals } from './arrivals.ts';

const roomWith = (...people: WatchedPerson[]) => [watchedRoom('a', { people })];
const ann = (changes: Partial<WatchedPerson> = {}) => watchedPerson('Ann', changes);
const came = (before: WatchedPerson[], after: WatchedPerson[]) =>
  arrivals(roomWith(...before), roomWith(...after)).length;

describe('[DESK-10] somebody arrives', () => {
  it('by opening the page, before giving a name, and once', () => {
    expect(came([], [ann({ phase: 'arrived', name: null })])).toBe(1);
    expect(came([ann({ phase: 'arrived', name: null })], [ann()])).toBe(0);
    expect(arrivals([], roomWith(ann()))).toHaveLength(1);
  });

  it('by coming back after leaving, but not after losing the connection or being sent back', () => {
    expect(came([ann({ phase: 'left' })], [ann()])).toBe(1);
    expect(came([ann({ droppedAt: 5 })], [ann()])).toBe(0);
    expect(came([ann({ phase: 'in_call' })], [ann()])).toBe(0);
  });

  it('as a guest beside the patient, but not as a clinician', () => {
    expect(came([ann()], [ann(), watchedPerson('Bob', { role: 'guest', phase: 'arrived' })])).toBe(1);
    expect(came([ann()], [ann(), watchedPerson('Dr', { role: 'clinician', phase: 'arrived' })])).toBe(0);
  });

  it('not by being there already when the list is seen first, nor by going', () => {
    expect(came([ann()], [ann({ phase: 'left' })])).toBe(0);
    expect(came([ann()], [ann({ droppedAt: 5 })])).toBe(0);
    expect(came([], [ann({ droppedAt: 5 })])).toBe(0);
  });
});

describe('[DESK-10] an arrival is told', () => {
  const east = { id: 'east', name: 'East' };
  const arrived = [watchedRoom('a', { clinic: east }), watchedRoom('b', { clinic: east }), watchedRoom('c')];
  const both = { sound: true, notification: true };

  it('by sound and notification to who wants them, once for each clinic', () => {
    expect(alertsFor(arrived, both, false)).toEqual({ sound: true, notifications: ['East', null] });
    expect(alertsFor(arrived, { sound: false, notification: true }, false).sound).toBe(false);
    expect(alertsFor(arrived, { sound: true, notification: false }, false).notifications).toEqual([]);
  });

  it('without a notification to whoever looks at the page', () => {
    expect(alertsFor(arrived, both, true)).toEqual({ sound: true, notifications: [] });
  });

  it('not when nobody came', () => {
    expect(alertsFor([], both, false)).toEqual({ sound: false, notifications: [] });
  });
});
