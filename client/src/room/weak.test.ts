import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { common } from '@front-door/shared/i18n/en/common.ts';
import { weak } from '@front-door/shared/i18n/en/weak.ts';
import { beforeAll, expect, it } from 'vitest';
import { start } from '../i18n/index.ts';
import { toldOf } from './weak.ts';

beforeAll(() => start({ common, weak }, 'en'));

const full: PersonView['picture'] = { sends: 'full', receives: 'full', savesData: false };
const person = (visitId: string, picture: Partial<PersonView['picture']> = {}, changes: Partial<PersonView> = {}) =>
  ({
    visitId,
    name: visitId,
    phase: 'in_call',
    camera: true,
    droppedAt: null,
    ...changes,
    picture: { ...full, ...picture },
  }) as PersonView;
const told = (me: PersonView, ...people: PersonView[]) =>
  toldOf({ me, people } as RoomView).map(({ visitId, limit }) => `${visitId}: ${limit}`);

it.each<[string, Partial<PersonView['picture']>, string[]]>([
  ['nothing of a good one', {}, []],
  ['nothing of one that is only a little less sharp', { sends: 'small', receives: 'small' }, []],
  ['small and slow pictures', { sends: 'slow' }, ['slow']],
  ['a picture that is not sent', { sends: 'off', receives: 'slow' }, ['sends']],
  ['pictures that are not received', { receives: 'off' }, ['receives']],
  ['both', { sends: 'off', receives: 'off' }, ['both']],
  ['saving', { sends: 'slow', receives: 'slow', savesData: true }, ['saving']],
  ['more than saving', { sends: 'off', receives: 'slow', savesData: true }, ['sends']],
])("[WEAK-5] of somebody's connection is told: %s", (_what, picture, limits) => {
  expect(told(person('me', picture), person('ann'))).toEqual(limits.map((limit) => `me: ${limit}`));
  expect(told(person('me'), person('ann', picture))).toEqual(limits.map((limit) => `ann: ${limit}`));
});

it('[WEAK-5] nothing is told of pictures that there are not', () => {
  expect(told(person('me'), person('ann', { sends: 'off' }, { camera: false }))).toEqual([]);
  expect(told(person('me', {}, { camera: false }), person('ann', { receives: 'off' }))).toEqual([]);
  expect(told(person('me'), person('ann', { sends: 'off' }, { droppedAt: 5 }))).toEqual([]);
});
