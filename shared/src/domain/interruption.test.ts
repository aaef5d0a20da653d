import { expect, test } from 'vitest';
import { interruptionOf, type OwnSide } from './interruption.ts';

const undisturbed: OwnSide = {
  microphoneTaken: false,
  cameraTaken: false,
  hidden: false,
  isPhone: false,
  frozen: false,
};
const told = (own: Partial<OwnSide>) => interruptionOf({ ...undisturbed, ...own });

test('[PHONE-1] [PHONE-3] tells what was taken, the microphone first', () => {
  expect(told({})).toBeNull();
  expect(told({ microphoneTaken: true })).toBe('microphone');
  expect(told({ microphoneTaken: true, cameraTaken: true })).toBe('microphone');
  expect(told({ cameraTaken: true })).toBe('camera');
});

test('[PHONE-2] tells of a page that nobody looks at on a phone, and on a desk only once that stops something', () => {
  expect(told({ hidden: true, isPhone: true })).toBe('hidden');
  expect(told({ hidden: true })).toBeNull();
  expect(told({ hidden: true, cameraTaken: true })).toBe('hidden');
  expect(told({ hidden: true, isPhone: true, microphoneTaken: true })).toBe('hidden');
});

test('[PHONE-2] tells of a page that the browser has stopped, wherever', () => {
  expect(told({ frozen: true })).toBe('hidden');
});
