import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { linesOf } from './upload-form.ts';

/** What spreadsheets tell UTF-8 by. */
const mark = '\ufeff';

/** What the first line of a list names; the first two are needed. */
export const columns = ['date', 'time', 'name', 'phone', 'clinician'];

/** A list to begin with, for a day as 2026-11-23. */
export const exampleList = (day: string): string =>
  `${mark}${columns.join(',')}\r\n${day},14:30,Ann Example,020 7946 0018,\r\n${day},14:45,"Example, Bob",,\r\n`;

/** The list that was uploaded with one more column: each line with the patient's link that was made for it. */
export function listWithLinks(text: string, made: HttpReply<'appointments.upload'>['made'], column: string): string {
  const delimiter = /[,;\t]/.exec(text)?.[0] ?? ',';
  const links = new Map(made.map(({ line, patientLink }) => [line, patientLink]));
  const lines = linesOf(text).flatMap((line, index, all) => {
    const isHeading = all.findIndex((one) => one.trim() !== '') === index;
    const link = isHeading ? column : links.get(index + 1);
    return link === undefined ? [] : [line + delimiter + link];
  });
  return mark + lines.join('\r\n');
}
