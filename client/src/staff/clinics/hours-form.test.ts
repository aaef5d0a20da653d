import { describe, expect, it } from 'vitest';
import { HoursForm } from './hours-form.ts';

const morning = { day: 1, from: 480, until: 720 };
const afternoon = { day: 1, from: 840, until: 1110 };

describe('[CLINIC-3] opening hours being changed', () => {
  it.each([
    ['always', null],
    ['never', []],
    ['twice a day', [morning, afternoon]],
    ['until midnight', [{ day: 7, from: 1320, until: 1440 }]],
    ['all day', [{ day: 3, from: 0, until: 1440 }]],
  ])('stay as they were: %s', (_when, hours) => {
    const form = new HoursForm(hours);
    expect(form.isGood).toBe(true);
    expect(form.hours).toEqual(hours);
  });

  it('are in the order of the day', () => {
    expect(new HoursForm([afternoon, morning]).hours).toEqual([morning, afternoon]);
  });

  it('begin with a full day, and go on with times that have to be given', () => {
    const form = new HoursForm([]);
    form.add(2);
    expect(form.hours).toEqual([{ day: 2, from: 480, until: 1110 }]);
    const second = form.add(2);
    expect(form.isGood).toBe(false);
    second.from.value = '19:00';
    expect(form.isGood).toBe(false);
    second.until.value = '18:59';
    expect(form.isGood).toBe(false);
    second.until.value = '00:00';
    expect(form.isGood).toBe(true);
    expect(form.hours).toContainEqual({ day: 2, from: 1140, until: 1440 });
    form.remove(2, second);
    expect(form.hours).toEqual([{ day: 2, from: 480, until: 1110 }]);
  });

  it('of Monday are taken over until Friday, in place of others, and not at the weekend', () => {
    const form = new HoursForm([morning, afternoon, { day: 3, from: 0, until: 60 }, { day: 6, from: 600, until: 660 }]);
    form.repeatMonday();
    const week = [1, 2, 3, 4, 5].flatMap((day) => [morning, afternoon].map((span) => ({ ...span, day })));
    expect(form.hours).toEqual([...week, { day: 6, from: 600, until: 660 }]);
    form.spansOn(2)[0]!.from.value = '07:00';
    expect(form.spansOn(1)[0]!.from.value).toBe('08:00');
  });

  it('do not matter once it is always open', () => {
    const form = new HoursForm([]);
    form.add(1).from.value = '';
    form.mode.value = 'always';
    expect(form.isGood).toBe(true);
    expect(form.hours).toBeNull();
  });
});
