import { signal } from '@preact/signals';
import type { arrival } from '@front-door/shared/i18n/en/arrival.ts';
import type { clinics } from '@front-door/shared/i18n/en/clinics.ts';
import type { call } from '@front-door/shared/i18n/en/call.ts';
import type { common } from '@front-door/shared/i18n/en/common.ts';
import type { clinician } from '@front-door/shared/i18n/en/clinician.ts';
import type { landing } from '@front-door/shared/i18n/en/landing.ts';
import type { later } from '@front-door/shared/i18n/en/later.ts';
import type { patient } from '@front-door/shared/i18n/en/patient.ts';
import type { room } from '@front-door/shared/i18n/en/room.ts';
import type { staff } from '@front-door/shared/i18n/en/staff.ts';
import type { team } from '@front-door/shared/i18n/en/team.ts';
import type { waiting } from '@front-door/shared/i18n/en/waiting.ts';
import type { weak } from '@front-door/shared/i18n/en/weak.ts';
import { isolate } from '@front-door/shared/i18n/isolate.ts';
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
  arrival: typeof arrival;
  call: typeof call;
  landing: typeof landing;
  patient: typeof patient;
  later: typeof later;
  room: typeof room;
  clinician: typeof clinician;
  clinics: typeof clinics;
  staff: typeof staff;
  team: typeof team;
  waiting: typeof waiting;
  weak: typeof weak;
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

/** Texts of any namespaces in one language. */
export type SomeTexts = Partial<Translation<AllTexts>>;
/** The texts of a page in one language: those that all pages share, and its own. */
export type PageTexts = Translation<Pick<AllTexts, 'common'>> & SomeTexts;

const inLanguage = (language: Language, texts: PageTexts | Record<string, never>) => ({
  language,
  texts: texts as Texts,
  plurals: new Intl.PluralRules(language),
});

const current = signal(inLanguage('en', {}));

/** Makes the texts ready, before anything is drawn; later again for another language, and everything is drawn anew. */
export function start(texts: PageTexts, language: Language): void {
  current.value = inLanguage(language, texts);
}

/** The language of the page, and the side from which it is read. */
export const currentLanguage = (): Language => current.value.language;
export const currentDirection = () => languages[currentLanguage()].direction;

/** The text of a key, with its values put in. */
export function t<K extends TextKey>(key: K, ...[values]: ValuesOf<K>): string {
  const { texts, plurals } = current.value;
  const path = key.includes(':') ? key.replace(':', '.') : `common.${key}`;
  return translate(texts, plurals, path, values && isolated(values));
}

/** Numbers are put in as they are: by them the text is chosen, and they have no direction. */
const isolated = (values: Record<string, string | number>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value, currentDirection()) : value,
    ]),
  );

/** What to say when a visit is over, and what can be done then. */
interface OverText {
  title: string;
  text: string;
  again?: string;
  signIn?: string;
}

/** The texts for the end of a visit, by the reason; `other` where a reason has none of its own. */
export const overTexts = (side: 'later' | 'clinician'): Record<string, OverText> & { other: OverText } =>
  (current.value.texts as unknown as Pick<AllTexts, typeof side>)[side].over;
