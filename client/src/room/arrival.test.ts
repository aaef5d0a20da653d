import { expect, test } from 'vitest';
import type { RemoteTrack } from '../call/receiving.ts';
import { arrivalOf } from './arrival.ts';

const track = (facts: Partial<RemoteTrack>) => ({ paused: false, arriving: true, ...facts }) as RemoteTrack;

test('[NET-5] nothing comes only of whom something should, and not when anything does', () => {
  expect(arrivalOf([track({ arriving: false }), track({ arriving: false })])).toBe('nothing');
  expect(arrivalOf([track({ arriving: true }), track({ arriving: false })])).toBe('something');
  expect(arrivalOf([track({ paused: true, arriving: false }), track({ arriving: false })])).toBe('nothing');
  expect(arrivalOf([track({ paused: true })])).toBe('unknown');
  expect(arrivalOf([])).toBe('unknown');
  const still = track({ source: 'camera', arriving: false });
  expect(arrivalOf([still], true)).toBe('unknown');
  expect(arrivalOf([still, track({ source: 'microphone', arriving: false })], true)).toBe('nothing');
});
