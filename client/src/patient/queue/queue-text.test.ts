import * as arabic from '@front-door/shared/i18n/ar/for-patients.ts';
import * as english from '@front-door/shared/i18n/en/for-patients.ts';
import * as polish from '@front-door/shared/i18n/pl/for-patients.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { start } from '../../i18n/index.ts';
import { lateText, placeText, queueText, waitText } from './queue-text.ts';

const queue = { place: null, wait: null, late: null };
const place = (at: number) => placeText({ ...queue, place: at });
const wait = (minutes: number) => waitText({ ...queue, wait: minutes });
/** As it is read: without the marks that keep numbers apart. */
const plain = (text: string | null) => text?.replaceAll(/[\u2068\u2069]/g, '');

describe('[QUEUE-3] what somebody in a queue reads', () => {
  beforeEach(() => start(english, 'en'));

  it('is the place, counted by those before', () => {
    expect([1, 2, 3].map(place)).toEqual([
      'You are next',
      'There is 1 person before you',
      'There are 2 people before you',
    ]);
  });

  it('is the wait, in words that promise nothing', () => {
    expect([0, 5, 10, 55, 60, 95].map(wait)).toEqual([
      'You will be seen very soon',
      'You may wait about 5 minutes',
      'You may wait about 10 minutes',
      'You may wait about 55 minutes',
      'You may wait an hour or more',
      'You may wait an hour or more',
    ]);
  });

  it('is by how much the clinic runs late', () => {
    expect(lateText({ ...queue, late: 20 })).toBe('This clinic runs 20 minutes late');
    expect(lateText({ ...queue, late: 90 })).toBe('This clinic runs 1 hour 30 minutes late');
  });

  it('is nothing that is not known or not to be told', () => {
    for (const text of [placeText, waitText, lateText]) {
      expect(text(queue)).toBeNull();
      expect(text(null)).toBeNull();
    }
  });

  it('is heard in one breath', () => {
    expect(queueText({ place: 2, wait: 10, late: null })).toBe(
      'There is 1 person before you. You may wait about 10 minutes',
    );
  });

  it('counts people as each language does', () => {
    start(polish, 'pl');
    expect([2, 3, 6].map(place)).toEqual([
      'Przed Państwem jest 1 osoba',
      'Przed Państwem są 2 osoby',
      'Przed Państwem jest 5 osób',
    ]);
    start(arabic, 'ar');
    expect([1, 2, 3, 4, 12].map(place).map(plain)).toEqual([
      'دورك هو التالي',
      'قبلك شخص واحد',
      'قبلك شخصان',
      'قبلك 3 أشخاص',
      'قبلك 11 شخصًا',
    ]);
    expect(plain(wait(10))).toBe('قد يستغرق الانتظار نحو 10 دقائق');
  });
});
