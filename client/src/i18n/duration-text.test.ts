import { common } from '@front-door/shared/i18n/en/common.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { clockText, durationText } from './duration-text.ts';
import { start } from './index.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

beforeAll(() => start({ common }, 'en'));

describe('a duration in words', () => {
  it.each([
    [0, 'less than a minute'],
    [59 * second, 'less than a minute'],
    [minute, '1 minute'],
    [2 * minute - 1, '1 minute'],
    [59 * minute, '59 minutes'],
    [hour, '1 hour'],
    [hour + 5 * minute, '1 hour 5 minutes'],
    [25 * hour + minute, '25 hours 1 minute'],
  ])('says %i ms as "%s"', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});

describe('a running clock', () => {
  it.each([
    [-1, '0:00'],
    [7 * second + 900, '0:07'],
    [12 * minute + 30 * second, '12:30'],
    [hour + 2 * minute + 5 * second, '1:02:05'],
  ])('shows %i ms as "%s"', (milliseconds, text) => {
    expect(clockText(milliseconds)).toBe(text);
  });
});
