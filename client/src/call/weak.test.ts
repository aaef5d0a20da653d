import type { Measurements } from '@front-door/shared/domain/connection-check.ts';
import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { expect, it } from 'vitest';
import { isKnownWeak } from './weak.ts';

const good: Measurements = {
  udp: true,
  tcp: true,
  turn: 'not_configured',
  loss: 0,
  roundTripTime: 20,
  bandwidth: 2_000_000,
};
const full: PersonView['picture'] = { sends: 'full', receives: 'full', savesData: false };
const view = (picture: Partial<PersonView['picture']>, connection?: Measurements) =>
  ({ me: { picture: { ...full, ...picture }, report: connection ? { connection } : null } }) as RoomView;

it.each<[string, RoomView | null, boolean]>([
  ['before anything is known', null, false],
  ['when nothing was found out', view({}), false],
  ['when the check found it good', view({}, good), false],
  ['when the check found it narrow', view({}, { ...good, bandwidth: 150_000 }), true],
  ['when pictures were just off', view({ receives: 'off' }), true],
  ['when pictures are small to save data', view({ sends: 'slow', receives: 'slow', savesData: true }), false],
])('[WEAK-6] sound begins alone where the network is known to be weak: %s', (_when, one, weak) => {
  expect(isKnownWeak(one)).toBe(weak);
});
