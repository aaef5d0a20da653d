import { languageCodes, languages, type Language } from '@front-door/shared/i18n/languages.ts';
import { ApiError } from '../net/api-error.ts';
import { Memory } from '../net/memory.ts';
import { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';
import { guessLanguage } from './guess.ts';
import { currentLanguage, start, type PageTexts, type SomeTexts } from './index.ts';

/** How to fetch texts, in each language that there is. */
type Loaders<T> = { readonly [L in Language]?: () => Promise<T> };
/** The texts with which a page begins. */
export type TextLoaders = Loaders<PageTexts>;
/** What is read in parts of it that come later. */
export type LaterLoaders = Loaders<SomeTexts>;

const memory = new Memory(() => localStorage);
const key = 'front-door.language';

let loaders: TextLoaders = {};
/** What has come later, and is needed from then on in every language. */
const later = new Set<LaterLoaders>();
/** What was asked for last: of two choices in a row the first may arrive second. */
let wanted: Language = 'en';

/** The languages that the page can be read in. */
export const offeredLanguages = (): Language[] => languageCodes.filter((code) => code in loaders);

/**
 * Makes the page ready in the language chosen before on this device, or the likeliest. It goes on trying: without its
 * texts a page can show nothing, not even that they are missing.
 */
export async function startInLanguage(own: TextLoaders): Promise<void> {
  loaders = own;
  const chosen = offeredLanguages().find((code) => code === memory.read(key));
  const language = chosen ?? guessLanguage(navigator.languages, offeredLanguages());
  for (let failures = 1; ; failures += 1) {
    try {
      await speak(language);
      return;
    } catch {
      await new Pause().wait(retryDelay(failures));
    }
  }
}

/** Changes the page's language, now and for the next time. @throws {ApiError} when its texts cannot be fetched */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    if (await speak(language)) memory.write(key, language);
  } catch {
    if (wanted === language) wanted = currentLanguage();
    throw new ApiError({ code: 'offline' });
  }
}

/**
 * Makes the texts ready that a later part of the page needs, in the page's language and in all that are chosen after
 * it. Rejects when they cannot be fetched; the page then stays as it is.
 */
export async function addTexts(own: LaterLoaders): Promise<void> {
  // What never came must not keep anybody from another language.
  await own[wanted]!();
  later.add(own);
  while (!(await speak(wanted)));
}

/** Whether the page is in that language now, and not in one that was asked for meanwhile. */
async function speak(language: Language): Promise<boolean> {
  wanted = language;
  const more = [...later];
  const texts = await Promise.all([loaders[language]!(), ...more.map((own) => own[language]!())]);
  if (wanted !== language) return false;
  if (more.length < later.size) return speak(language);
  Object.assign(document.documentElement, { lang: language, dir: languages[language].direction });
  start(Object.assign({}, ...texts) as PageTexts, language);
  return true;
}
