import { languageCodes, type Language } from '@front-door/shared/i18n/languages.ts';
import { describe, expect, it } from 'vitest';

type Plural = Record<string, string>;
type Texts = { [key: string]: string | Texts };

const modules = import.meta.glob<Record<string, Texts>>('../../../shared/src/i18n/*/*.ts', { eager: true });

const forPatients = ['arrival', 'call', 'common', 'landing', 'later', 'patient', 'room', 'weak'];
const staffLanguages: Language[] = ['en', 'cy'];

const isPlural = (value: string | Texts | undefined): value is Plural =>
  typeof value === 'object' && typeof value['one'] === 'string' && typeof value['other'] === 'string';

/** Every text of a namespace under its path; one that depends on a number with all its forms. */
const flat = (texts: Texts, path: string): [string, string | Plural][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string | Plural][] =>
    typeof value === 'string' || isPlural(value) ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );

const textsIn = (language: Language): Map<string, string | Plural> =>
  new Map(
    Object.entries(modules)
      .filter(([file]) => file.includes(`/${language}/`) && !file.includes('for-'))
      .flatMap(([, module]) => Object.entries(module))
      .flatMap(([namespace, texts]) => flat(texts, `${namespace}:`)),
  );

const english = textsIn('en');
const forms = (text: string | Plural): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placesIn = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place!).toSorted();
/** What is left of a text without its places. */
const wordsOf = (text: string): string => text.replaceAll(/\{\{\w+\}\}/g, '');
const hasWords = (text: string): boolean => /\p{L}/u.test(wordsOf(text));

const translations = languageCodes.filter((code) => code !== 'en');

describe.each(translations)('[LANG-1] the texts in %s', (language) => {
  const texts = textsIn(language);
  const both = [...texts].map(([path, text]) => ({ path, text, original: english.get(path)! }));

  it('are all there, and no others', () => {
    const wanted = staffLanguages.includes(language)
      ? [...english.keys()]
      : [...english.keys()].filter((path) => forPatients.some((namespace) => path.startsWith(`${namespace}:`)));
    expect([...texts.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  it('have as many forms as the language has for numbers', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wrong = both.filter(({ text, original }) =>
      isPlural(original)
        ? Object.keys(text).toSorted().join() !== pluralCategories.toSorted().join()
        : typeof text !== 'string',
    );
    expect(wrong).toEqual([]);
  });

  it('have the same places for values', () => {
    const wrong = both.filter(({ text, original }) => {
      if (typeof text === 'string') return placesIn(text).join() !== placesIn(original as string).join();
      const wanted = placesIn((original as Plural)['other']!);
      // "One minute" and "two minutes" are single words in some languages.
      const withoutCount = wanted.filter((place) => place !== 'count');
      return Object.entries(text).some(([form, one]) => {
        const places = placesIn(one).join();
        return places !== wanted.join() && (!/zero|one|two/.test(form) || places !== withoutCount.join());
      });
    });
    expect(wrong).toEqual([]);
  });

  it('end like the English ones: a sentence, a question, a label', () => {
    const endOf = (text: string) =>
      ({ '.': '.', '۔': '.', '।': '.', '?': '?', '؟': '?', ':': ':', '…': '…' })[text.at(-1)!] ?? '';
    const wrong = both.filter(({ text, original }) => endOf(forms(text)[0]!) !== endOf(forms(original)[0]!));
    expect(wrong).toEqual([]);
  });

  it('hold no marks of direction or stray spaces', () => {
    // But for numbers in groups, which would change places in a text that is read from the right.
    const isolatedNumber = /\u2066[\d ]+\u2069/gu;
    const stray = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s{2}/u;
    const apart = both.filter(({ path }) => path !== 'common:comma');
    expect(
      apart.filter(({ text }) => forms(text).some((form) => stray.test(form.replaceAll(isolatedNumber, '0')))),
    ).toEqual([]);
  });
});

/** What stays English: the product's and other makers' names, and what programs call their parts. */
const names =
  /\b(Front Door|WhatsApp|Facebook|Safari|Chrome|Firefox|Edge|Teams|Zoom|Wi-Fi|QR|https|UDP|TCP|kbit\/s|Mbit\/s|ms|API|name@example\.org)\b/g;
const quoted =
  /[“”„«”]Open in [^“”„»]+[“”»]|[“”„]Website Settings[“”]|[“”„(]+(Allow|Permissions|Settings( for This Website)?)[“”)]+/g;
const withoutNames = (text: string): string => wordsOf(text).replaceAll(quoted, '').replaceAll(names, '');

/** Words that no other of the languages in Latin letters has. */
const englishWords =
  /\b(the|your|you|this|please|with|will|and|from|cannot|open|try|again|phone|wait|link|call|patient|practice)\b/i;
/** Words that happen to be the same. */
const same: Partial<Record<Language, RegExp>> = { pl: /\blink\b/gi, ro: /\blink\b/gi };
const script: Partial<Record<Language, RegExp>> = {
  bn: /\p{Script=Bengali}/u,
  pa: /\p{Script=Gurmukhi}/u,
  ur: /\p{Script=Arabic}/u,
  ar: /\p{Script=Arabic}/u,
};
/** Alike in both languages. */
const alike: Partial<Record<Language, string[]>> = {
  cy: ['later:check.choose.camera', 'staff:rooms.person', 'staff:trail.kind.staff', 'team:report.camera'],
};

describe.each(translations)('[LANG-1] nothing is left in English in %s:', (language) => {
  const texts = [...textsIn(language)].flatMap(([path, text]) => forms(text).map((form) => [path, form] as const));

  it('each text is another one', () => {
    const left = texts.filter(
      ([path, text]) => text === english.get(path) && hasWords(withoutNames(text)) && !alike[language]?.includes(path),
    );
    expect(left).toEqual([]);
  });

  it('and written as the language is', () => {
    const ownScript = script[language];
    const isLeft = (text: string): boolean => {
      const words = withoutNames(text);
      if (ownScript === undefined) return englishWords.test(words.replaceAll(same[language] ?? /$^/g, ''));
      return /\p{Script=Latin}/u.test(words) || (hasWords(words) && !ownScript.test(words));
    };
    expect(texts.filter(([, text]) => isLeft(text))).toEqual([]);
  });
});
