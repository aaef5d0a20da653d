import { describe, expect, it } from 'vitest';
import { isOpenAt } from './opening-hours.ts';

const morning = [{ day: 1, from: 8 * 60, until: 12 * 60 + 30 }];

describe('[CLINIC-2] opening hours', () => {
  it.each([
    ['open from the first minute', '2026-01-05T08:00:00Z', true],
    ['closed a minute before', '2026-01-05T07:59:00Z', false],
    ['open until the last', '2026-01-05T12:29:59Z', true],
    ['closed at the end', '2026-01-05T12:30:00Z', false],
    ['closed on another day', '2026-01-06T09:00:00Z', false],
    ['by the clocks of the place, also in summer', '2026-07-06T07:30:00Z', true],
    ['and not by those of the server', '2026-07-06T11:45:00Z', false],
  ])('%s', (_what, at, open) => {
    expect(isOpenAt(morning, Date.parse(at), 'Europe/London')).toBe(open);
  });

  it('go to midnight', () => {
    const late = [{ day: 7, from: 22 * 60, until: 24 * 60 }];
    expect(isOpenAt(late, Date.parse('2026-01-04T23:59:30Z'), 'Europe/London')).toBe(true);
    expect(isOpenAt(late, Date.parse('2026-01-05T00:00:00Z'), 'Europe/London')).toBe(false);
  });
});
