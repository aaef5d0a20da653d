import { languageCodes, languages, type Language } from '@front-door/shared/i18n/languages.ts';
import { ApiError } from '../net/api-error.ts';
import { Memory } from '../net/memory.ts';
import { Pause } from '../net/pause.ts';
import { retryDelay } from '../net/retry.ts';
import { guessLanguage } from './guess.ts';
import { start, type PageTexts } from './index.ts';

/** How to fetch a page's texts, in each language that it has. */
export type TextLoaders = { readonly [L in Language]?: () => Promise<PageTexts> };

const memory = new Memory(() => localStorage);
const key = 'front-door.language';

let loaders: TextLoaders = {};
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
    throw new ApiError({ code: 'offline' });
  }
}

/** Whether the page is in that language now, and not in one that was asked for meanwhile. */
async function speak(language: Language): Promise<boolean> {
  wanted = language;
  const texts = await loaders[language]!();
  if (wanted !== language) return false;
  Object.assign(document.documentElement, { lang: language, dir: languages[language].direction });
  start(texts, language);
  return true;
}
