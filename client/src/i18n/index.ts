import { signal } from '@preact/signals';
import { common } from '@front-door/shared/i18n/en/common.ts';
import type { clinician } from '@front-door/shared/i18n/en/clinician.ts';
import type { patient } from '@front-door/shared/i18n/en/patient.ts';
import type { room } from '@front-door/shared/i18n/en/room.ts';
import type { staff } from '@front-door/shared/i18n/en/staff.ts';
import { languages, type Language } from '@front-door/shared/i18n/languages.ts';
import {
  translate,
  type Key,
  type PlacesOf,
  type Texts,
  type Translation,
} from '@front-door/shared/i18n/translator.ts';

interface AllTexts {
  common: typeof common;
  patient: typeof patient;
  room: typeof room;
  clinician: typeof clinician;
  staff: typeof staff;
}

type Namespace = Exclude<keyof AllTexts, 'common'>;

/** A bare key for the texts all pages share, with its namespace (`staff:…`) for a page's own. */
type TextKey = Key<AllTexts['common']> | { [N in Namespace]: `${N}:${Key<AllTexts[N]>}` }[Namespace];

type PlacesAt<K extends string> = K extends `${infer N}:${infer Path}`
  ? N extends Namespace
    ? PlacesOf<AllTexts[N], Path>
    : never
  : PlacesOf<AllTexts['common'], K>;

/** The values that a text needs, as further arguments: none, or one object. Of several keys, those of all. */
type ValuesOf<K extends string> = [PlacesAt<K>] extends [never] ? [] : [Record<PlacesAt<K>, string | number>];

/** The texts of a page in one language; those that all pages share in English unless given. */
type PageTexts = Partial<{ [N in keyof AllTexts]: Translation<AllTexts[N]> }>;

const inLanguage = (language: Language, texts: PageTexts) => ({
  language,
  texts: { common, ...texts } as Texts,
  plurals: new Intl.PluralRules(languages[language].locale),
});

const current = signal(inLanguage('en', {}));

/** Makes the texts ready, before anything is drawn; later again for another language, and everything is drawn anew. */
export function start(texts: PageTexts, language: Language = 'en'): void {
  current.value = inLanguage(language, texts);
}

/** The language of the page, and how it writes times and lists. */
export const currentLanguage = (): Language => current.value.language;
export const currentLocale = (): string => languages[current.value.language].locale;

/** The text of a key, with its values put in. */
export function t<K extends TextKey>(key: K, ...[values]: ValuesOf<K>): string {
  const { texts, plurals } = current.value;
  const path = key.includes(':') ? key.replace(':', '.') : `common.${key}`;
  return translate(texts, plurals, path, values);
}

/** What to say when a visit is over, and what can be done then. */
interface OverText {
  title: string;
  text: string;
  again?: string;
  signIn?: string;
}

/** The texts for the end of a visit, by the reason; `other` where a reason has none of its own. */
export const overTexts = (side: 'patient' | 'clinician'): Record<string, OverText> & { other: OverText } =>
  (current.value.texts as unknown as Pick<AllTexts, typeof side>)[side].over;
