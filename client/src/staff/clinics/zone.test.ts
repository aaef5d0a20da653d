import { describe, expect, it } from 'vitest';
import { dayAfter, dayAt, momentOf, spanOf, timeAt } from './zone.ts';

const london = 'Europe/London';
const hour = 3_600_000;
const iso = (at: number | null) => at && new Date(at).toISOString();

describe('[CLINIC-4] times by the clocks of the practice', () => {
  it.each([
    ['in winter', '2026-01-05', '14:30', london, '2026-01-05T14:30:00.000Z'],
    ['in summer', '2026-07-06', '14:30', london, '2026-07-06T13:30:00.000Z'],
    ['on the day when summer begins', '2026-03-29', '09:00', london, '2026-03-29T08:00:00.000Z'],
    ['before it does', '2026-03-29', '00:59', london, '2026-03-29T00:59:00.000Z'],
    ['of the hour that there is twice, the first', '2026-10-25', '01:30', london, '2026-10-25T00:30:00.000Z'],
    ['after it', '2026-10-25', '02:00', london, '2026-10-25T02:00:00.000Z'],
    ['far in the east', '2026-01-05', '00:15', 'Pacific/Kiritimati', '2026-01-04T10:15:00.000Z'],
    ['far in the west', '2026-01-05', '23:45', 'Pacific/Pago_Pago', '2026-01-06T10:45:00.000Z'],
    ['where clocks are half an hour off', '2026-01-05', '09:00', 'Asia/Kolkata', '2026-01-05T03:30:00.000Z'],
  ])('%s', (_when, day, time, zone, utc) => {
    const at = momentOf(day, time, zone);
    expect(iso(at)).toBe(utc);
    expect([dayAt(at!, zone), timeAt(at!, zone)]).toEqual([day, time]);
  });

  it.each([
    ['the hour that is left out', '2026-03-29', '01:30'],
    ['nothing', '', ''],
    ['half a date', '2026-03-', '09:00'],
    ['a time that there is not', '2026-03-05', '24:30'],
  ])('%s is no moment', (_what, day, time) => {
    expect(momentOf(day, time, london)).toBeNull();
  });

  it('days are as long as they are', () => {
    const length = (day: string, zone = london) => (spanOf(day, zone).until - spanOf(day, zone).from) / hour;
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map((day) => length(day))).toEqual([24, 23, 25]);
    expect(iso(spanOf('2026-07-06', london).from)).toBe('2026-07-05T23:00:00.000Z');
    // Where summer begins at midnight.
    expect(length('2026-04-24', 'Africa/Cairo')).toBe(23);
  });

  it('days follow each other, also over the ends of months and years', () => {
    expect([dayAfter('2026-12-31', 1), dayAfter('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
  });
});
