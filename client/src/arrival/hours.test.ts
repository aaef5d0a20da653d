import { expect, test } from 'vitest';
import { spansOn } from './hours.ts';

const hours = [
  { day: 1, from: 14 * 60, until: 18 * 60 + 30 },
  { day: 1, from: 8 * 60 + 5, until: 12 * 60 },
  { day: 7, from: 0, until: 1440 },
];

test('[CLINIC-2] tells when a clinic is open on a day, in the order of the day', () => {
  expect(spansOn(hours, 1)).toEqual(['08:05 – 12:00', '14:00 – 18:30']);
  expect(spansOn(hours, 7)).toEqual(['00:00 – 24:00']);
});

test('[CLINIC-2] tells nothing for a day on which it is closed', () => {
  expect(spansOn(hours, 2)).toEqual([]);
});
