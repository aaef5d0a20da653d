/** Minutes since midnight, in the practice's time zone. `until` may be 1440, and is after `from`. */
export interface OpenSpan {
  /** 1 is Monday, 7 is Sunday. */
  day: number;
  from: number;
  until: number;
}

/** When a clinic is open in a usual week. */
export type OpeningHours = OpenSpan[];

/** Whether a moment (ms since the epoch) falls into the hours, by the clocks of a zone (IANA name). */
export function isOpenAt(hours: OpeningHours, at: number, timeZone: string): boolean {
  const { day, minute } = weekTime(at, timeZone);
  return hours.some((span) => span.day === day && span.from <= minute && minute < span.until);
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function weekTime(at: number, timeZone: string): { day: number; minute: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: days.indexOf(parts['weekday']!) + 1,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}
