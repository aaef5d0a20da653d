import type { Direction } from './languages.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What is apart already: one value, or several in a row, which then follow each other as the text's words do. */
const isApart = /^\u2068.*\u2069$/s;

/**
 * A value as it may stand in a text: where one of the two is written from right to left, between marks that keep the
 * one from mixing up the order of the other (Unicode's first strong isolate).
 */
export const isolate = (value: string, direction: Direction): string =>
  (direction === 'rtl' || rightToLeft.test(value)) && !isApart.test(value) ? `\u2068${value}\u2069` : value;
