/**
 * Texts with places for values: `'Hello {{name}}'`, or where the words depend on a number, one text for each of the
 * language's plural categories: `{ one: '{{count}} minute', other: '{{count}} minutes' }`.
 */
export type Plural = { readonly one: string; readonly other: string } & {
  readonly [category in Intl.LDMLPluralRule]?: string;
};
type Text = string | Plural;
export interface Texts {
  readonly [key: string]: Text | Texts;
}

/** The same texts in another language: every key must be there, each plural with that language's own categories. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends Plural ? Plural : Translation<T[K]>;
};

/** `'waiting.title'` and so on, as a union. */
export type Key<T> = {
  [K in keyof T & string]: T[K] extends Text ? K : `${K}.${Key<T[K]>}`;
}[keyof T & string];

type TextAt<T, K extends string> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? TextAt<T[Head], Rest>
    : never
  : K extends keyof T
    ? T[K]
    : never;

type PlacesIn<S> = S extends `${string}{{${infer Place}}}${infer Rest}` ? Place | PlacesIn<Rest> : never;
type Places<X> = X extends string ? PlacesIn<X> : X extends Plural ? PlacesIn<X['other']> | 'count' : never;

/** The names of the values that the text of a key needs. */
export type PlacesOf<T, K extends string> = Places<TextAt<T, K>>;

/** Puts the values into the text of a key. Throws when there is no such key, which the types rule out. */
export function translate(texts: Texts, plurals: Intl.PluralRules, key: string, values: Record<string, unknown> = {}) {
  const text = key.split('.').reduce<Text | Texts | undefined>((at, part) => (at as Texts | undefined)?.[part], texts);
  const chosen = typeof text === 'object' ? (text[plurals.select(Number(values['count']))] ?? text['other']) : text;
  if (typeof chosen !== 'string') throw new Error(`No text for ${key}`);
  return chosen.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => String(values[name]));
}
