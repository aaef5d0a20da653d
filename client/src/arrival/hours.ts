import type { OpeningHours } from '@front-door/shared/domain/opening-hours.ts';

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When it is open on a day (1 is Monday), in the order of the day: "08:30 – 12:00". */
export const spansOn = (hours: OpeningHours, day: number): string[] =>
  hours
    .filter((span) => span.day === day)
    .sort((a, b) => a.from - b.from)
    .map(({ from, until }) => `${clock(from)} – ${clock(until)}`);

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
