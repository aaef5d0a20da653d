import { CsvError, parse } from 'csv-parse/sync';

/** One line of a file: its number, counted from 1, and its fields without the blanks around them. */
export interface Row {
  line: number;
  fields: string[];
}

const delimiters = /[,;\t]/;

/**
 * Reads character-separated values: commas, semicolons (as spreadsheets write them where commas are in numbers) or tabs
 * (as they copy them), by what stands first in the file. Lines without any text are left out. Gives the number of the
 * line, instead of the rows, in which quotes do not open or close as they should.
 */
export function readRows(text: string): Row[] | number {
  const [delimiter = ','] = delimiters.exec(text) ?? [];
  const rows: Row[] = [];
  try {
    parse(text.replaceAll(/\r\n?/g, '\n'), {
      bom: true,
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      // Blanks around quotes are nobody's mistake; but a tab may be a delimiter.
      trim: delimiter !== '\t',
      on_record: (fields: string[], { lines: line }) => {
        rows.push({ line, fields: withoutEmptyEnd(fields.map((field) => field.trim())) });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return Number(error['lines']);
    throw error;
  }
  return rows.filter(({ fields }) => fields.length > 0);
}

/** Spreadsheets fill lines up with empty fields. */
const withoutEmptyEnd = (fields: string[]): string[] => fields.slice(0, fields.findLastIndex(Boolean) + 1);
