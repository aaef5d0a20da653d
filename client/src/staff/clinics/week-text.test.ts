import { clinics } from '@front-door/shared/i18n/en/clinics.ts';
import { common } from '@front-door/shared/i18n/en/common.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../i18n/index.ts';
import { weekText } from './week-text.ts';

const on = (days: number[], from: number, until: number) => days.map((day) => ({ day, from, until }));
const linesOf = (hours: Parameters<typeof weekText>[0]) =>
  weekText(hours).map(({ days, times }) => `${days}: ${times}`.replaceAll(/[\u2066-\u2069]/g, ''));

describe('[CLINIC-3] opening hours are said in as few lines as say them', () => {
  beforeAll(() => start({ common, clinics }, 'en'));

  it.each([
    ['nothing', [], []],
    ['a single day', on([3], 480, 720), ['Wednesday: 08:00 – 12:00']],
    ['the whole week', on([1, 2, 3, 4, 5, 6, 7], 0, 1440), ['Monday to Sunday: 00:00 – 24:00']],
    [
      'several times of a day',
      [...on([1, 2, 3, 4, 5], 840, 1110), ...on([1, 2, 3, 4, 5], 480, 720)],
      ['Monday to Friday: 08:00 – 12:00, 14:00 – 18:30'],
    ],
    [
      'days that are alike, with others in between',
      [...on([1, 2, 4, 5], 480, 720), ...on([6], 600, 660)],
      ['Monday to Tuesday: 08:00 – 12:00', 'Thursday to Friday: 08:00 – 12:00', 'Saturday: 10:00 – 11:00'],
    ],
  ])('%s', (_what, hours, lines) => {
    expect(linesOf(hours)).toEqual(lines);
  });
});
