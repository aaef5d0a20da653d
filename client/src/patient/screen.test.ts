import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { expect, test } from 'vitest';
import { screenOf } from './screen.ts';

const here = { is: 'here', number: 1, mediaKept: false, opened: null } as const;
const at = (phase: RoomView['me']['phase']) => ({ me: { phase } }) as RoomView;

test('leads from the link to the call', () => {
  expect(screenOf({ is: 'connecting', problem: null }, null, false)).toBe('connecting');
  expect(screenOf(here, at('arrived'), false)).toBe('details');
  expect(screenOf(here, at('waiting'), false)).toBe('devices');
  expect(screenOf(here, at('waiting'), true)).toBe('waiting');
  expect(screenOf(here, at('admitted'), true)).toBe('call');
  expect(screenOf(here, at('in_call'), true)).toBe('call');
});

test('whoever is let in before answering about the camera is in the call', () => {
  expect(screenOf(here, at('admitted'), false)).toBe('call');
});

test('[DESK-3] whoever is on hold is told so, also without having answered about the camera', () => {
  expect(screenOf(here, at('held'), true)).toBe('held');
  expect(screenOf(here, at('held'), false)).toBe('held');
});

test('a lost connection leaves the person where they are', () => {
  expect(screenOf({ is: 'reconnecting', since: 0 }, at('waiting'), true)).toBe('waiting');
  expect(screenOf({ is: 'reconnecting', since: 0 }, at('in_call'), true)).toBe('call');
});

test('the end is the end, wherever it finds the person', () => {
  expect(screenOf({ is: 'over', reason: 'consultation_ended' }, at('in_call'), true)).toBe('over');
  expect(screenOf({ is: 'over', reason: 'link_in_use' }, null, false)).toBe('in_use');
});
