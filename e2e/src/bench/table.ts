import type { Outcome, Result } from './measure.ts';

const headings = ['case', 'unit', 'median', 'p95', 'min', 'max', 'floor', 'peer', 'target', ''];

/** A result for people to read, a line for each case. */
export function tableOf({ name, versions, cases }: Result): string {
  const rows = [headings, ...cases.map(rowOf)];
  const widths = headings.map((_heading, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  '),
  );
  const measuredWith = Object.entries(versions).map((version) => version.join(' '));
  return [`${name} (${measuredWith.join(', ')})`, ...lines.map((line) => line.trimEnd())].join('\n');
}

function rowOf({ case: title, unit, ours, floor, peer, target, met }: Outcome): string[] {
  const { median, p95, min, max } = ours;
  const numbers = [median, p95, min, max, floor?.median, peer?.median, target].map((number) =>
    number === undefined || number === null ? '–' : shown(number),
  );
  return [title, unit, ...numbers, met === null ? '' : met ? 'met' : 'MISSED'];
}

const shown = (number: number): string =>
  number.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(number) < 100 ? 2 : 0 });
