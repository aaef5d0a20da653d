interface Appointment {
  /** The same for the same appointment, so that a calendar does not have it twice. */
  uid: string;
  /** ms since the epoch. */
  at: number;
  madeAt: number;
  summary: string;
  url: string;
}

/** How long the place in the calendar is, ms. */
const length = 15 * 60_000;

/** An appointment as a file for calendars (RFC 5545): nothing in it but when, where and with which practice. */
export function calendarFile({ uid, at, madeAt, summary, url }: Appointment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Front Door//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(at + length)}`,
    `SUMMARY:${escaped(summary)}`,
    `URL:${url}`,
    // Not every calendar shows the URL.
    `DESCRIPTION:${escaped(url)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261123T143000Z` */
const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines have at most 75 bytes; the rest follows in lines that begin with a space. No character is torn apart. */
function folded(line: string): string {
  const parts = [''];
  for (const character of line) {
    const part = parts.at(-1)! + character;
    const most = parts.length === 1 ? 75 : 74;
    if (Buffer.byteLength(part) > most) parts.push(character);
    else parts[parts.length - 1] = part;
  }
  return parts.join('\r\n ');
}
