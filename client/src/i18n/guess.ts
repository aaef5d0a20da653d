import type { Language } from '@front-door/shared/i18n/languages.ts';

/**
 * The first language the person's browser asks for that the page has, else English. Compared by script as well:
 * Punjabi from Pakistan is written in another one, which ours is not.
 *
 * @param wanted as in `navigator.languages`
 */
export function guessLanguage(wanted: readonly string[], offered: readonly Language[]): Language {
  const known = new Map(offered.map((code) => [tongueOf(code), code]));
  return wanted.map((tag) => known.get(tongueOf(tag))).find((code) => code !== undefined) ?? 'en';
}

/** Language and script: "pa-Guru". */
function tongueOf(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    // Some browsers name the machine's locale, which need not be a language tag: "en-US@posix".
    return null;
  }
}
