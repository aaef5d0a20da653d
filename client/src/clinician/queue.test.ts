import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { expect, test } from 'vitest';
import { heldAlone, isCall, peopleHere, queueOf } from './queue.ts';

type Who = Pick<PersonView, 'role' | 'phase'>;
const me: Who = { role: 'clinician', phase: 'in_call' };
const patient = (phase: PersonView['phase']): Who => ({ role: 'patient', phase });
const guest = (phase: PersonView['phase']): Who => ({ role: 'guest', phase });
const view = (...people: Who[]) => ({ me, people }) as RoomView;
const phases = (people: readonly Who[]) => people.map(({ phase }) => phase);

test('[DESK-3] there is a call as long as somebody is in it or on hold', () => {
  expect(isCall(view())).toBe(false);
  expect(isCall(view(patient('waiting')))).toBe(false);
  expect(isCall(view(me))).toBe(false);
  expect(isCall(view(patient('held')))).toBe(true);
  expect(isCall(view(patient('in_call')))).toBe(true);
});

test('[DESK-3] who is on hold is alone so, unless the clinician talks to somebody else meanwhile', () => {
  expect(phases(heldAlone(view(patient('held'), guest('waiting'))))).toEqual(['held']);
  expect(phases(heldAlone(view(patient('held'), guest('held'))))).toEqual(['held', 'held']);
  expect(heldAlone(view(patient('held'), guest('in_call')))).toEqual([]);
  expect(heldAlone(view(patient('in_call')))).toEqual([]);
});

test('everybody is either here or in the queue', () => {
  const all = view(
    patient('held'),
    guest('in_call'),
    guest('admitted'),
    guest('waiting'),
    guest('arrived'),
    guest('left'),
  );
  expect(phases(peopleHere(all))).toEqual(['held', 'in_call', 'admitted']);
  expect(phases(queueOf(all))).toEqual(['waiting', 'arrived', 'left']);
});
