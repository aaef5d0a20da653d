import { common } from '@front-door/shared/i18n/en/common.ts';
import { errorCodes } from '@front-door/shared/errors.ts';
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const source = Object.values(sources).join('\n');

type Texts = { [key: string]: string | Texts };

const modules = import.meta.glob<Record<string, Texts>>('../../../shared/src/i18n/en/*.ts', { eager: true });

const isPlural = (value: Texts): value is { other: string } => 'one' in value && typeof value['other'] === 'string';

const flat = (texts: Texts, path: string): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[path + key, value]]
      : isPlural(value)
        ? [[path + key, value.other]]
        : flat(value, `${path}${key}.`),
  );

/** Key, as the sources write it -> text. */
const texts = new Map(
  Object.values(modules)
    .flatMap((module) => Object.entries(module))
    .flatMap(([namespace, own]) => flat(own, namespace === 'common' ? '' : `${namespace}:`)),
);

const keys = new Set(texts.keys());
const namespaceOf = (key: string): string => (key.includes(':') ? key.slice(0, key.indexOf(':')) : 'common');

/**
 * What stands first in `t(...)`, or in quotes with a namespace and a dot: a key, a group of keys, or with `open` the
 * fixed beginning of a composed one.
 */
const usesIn = (text: string) =>
  [...text.matchAll(/(?:\bt\(\s*(?=['"`][\w.]+)|(?=['"`]\w+:\w+\.))(['"`])([\w:.-]+)(\1|\$\{)/g)].map(
    ([, , key = '', end]) => ({ key, open: end === '${' }),
  );
const uses = usesIn(source);

const matches = (use: { key: string; open: boolean }, key: string): boolean =>
  use.open ? key.startsWith(use.key) : key === use.key || key.startsWith(`${use.key}.`);

/** Whose texts for the end are taken as a whole. */
const sidesOver = [...source.matchAll(/overTexts\('(\w+)'\)/g)].map(([, side]) => side!);

describe('the texts', () => {
  it('has one for every way in which a request can fail', () => {
    expect(Object.keys(common.errors).toSorted()).toEqual([...Object.keys(errorCodes), 'offline'].toSorted());
  });

  it('has no empty one', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has every one that the pages use', () => {
    expect(uses.length).toBeGreaterThan(100);
    const known = [...keys];
    expect(uses.filter((use) => !known.some((key) => matches(use, key)))).toEqual([]);
  });

  it('has none that no page uses', () => {
    const isTaken = (key: string) => sidesOver.some((side) => key.startsWith(`${side}:over.`));
    expect([...keys].filter((key) => !isTaken(key) && !uses.some((use) => matches(use, key)))).toEqual([]);
  });

  it('is the shared ones alone in what all pages share', () => {
    const shared = Object.entries(sources).filter(([path]) => /^\.\.\/(ui|net)\/|^\.\//.test(path));
    expect(shared.length).toBeGreaterThan(20);
    const used = shared.flatMap(([, text]) => usesIn(text)).map(({ key }) => namespaceOf(key));
    expect(new Set(used)).toEqual(new Set(['common']));
  });
});
