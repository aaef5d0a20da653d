import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { expect, test } from 'vitest';
import { newsBetween } from './news.ts';

const now = 100_000;
const ada = {
  visitId: 'ada',
  phase: 'in_call',
  name: 'Ada',
  joinedAt: 1_000,
  droppedAt: null,
  microphone: true,
  camera: true,
} as PersonView;
const me = { role: 'clinician', phase: 'in_call' } as PersonView;
const view = (...people: PersonView[]) => ({ now, me, people }) as RoomView;
const told = (before: RoomView, after: RoomView) => newsBetween(before, after).map(({ what }) => what);
const change = (from: Partial<PersonView>, to: Partial<PersonView>) =>
  told(view({ ...ada, ...from }), view({ ...ada, ...to }));

test('tells who comes', () => {
  expect(told(view(), view({ ...ada, phase: 'arrived', name: null }))).toEqual(['arrived']);
  expect(change({ phase: 'arrived' }, { phase: 'waiting' })).toEqual(['waiting']);
  expect(change({ phase: 'waiting' }, { phase: 'admitted' })).toEqual([]);
  expect(change({ phase: 'admitted' }, { phase: 'in_call' })).toEqual(['joined']);
});

test('tells who drops out, comes back and goes', () => {
  expect(change({}, { droppedAt: 5, microphone: false, camera: false })).toEqual(['dropped']);
  expect(change({ droppedAt: 5 }, {})).toEqual(['returned']);
  expect(change({}, { phase: 'left' })).toEqual(['left']);
  expect(told(view(ada), view())).toEqual(['left']);
  expect(told(view({ ...ada, phase: 'left' }), view())).toEqual([]);
});

test('tells who is put on hold and sent back to wait; who is brought back is in the call again', () => {
  expect(change({}, { phase: 'held', joinedAt: null })).toEqual(['held']);
  expect(change({ phase: 'held' }, { phase: 'admitted' })).toEqual([]);
  expect(change({ phase: 'admitted' }, { phase: 'in_call' })).toEqual(['joined']);
  expect(change({}, { phase: 'waiting' })).toEqual(['sentBack']);
  expect(change({ phase: 'held' }, { phase: 'waiting' })).toEqual(['sentBack']);
});

test('tells nothing of the others to who is taken out of the call, and may not see them', () => {
  for (const phase of ['held', 'waiting'] as const) {
    expect(told(view(ada), { ...view(), me: { ...me, phase } })).toEqual([]);
  }
});

test('tells who mutes or hides, but not of devices that only start', () => {
  expect(change({}, { microphone: false })).toEqual(['muted']);
  expect(change({ camera: false }, {})).toEqual(['cameraOn']);
  expect(change({ joinedAt: now - 500, microphone: false }, { joinedAt: now - 500 })).toEqual([]);
});

test('is silent when nothing changed', () => {
  expect(told(view(ada), view(ada))).toEqual([]);
});
