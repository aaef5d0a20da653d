const locale = 'en-GB';
const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });

/** A point in time, in ms since the epoch, as it is read today: "14:05", on another day "24 November at 14:05". */
export function timeText(at: number, now = Date.now()): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return (sameDay ? time : dayAndTime).format(at);
}

/** A point in time to the second, with its date: "23 Nov 2026, 14:05:09". */
export const exactTimeText = (at: number): string => exact.format(at);
