import { languageCodes } from '@front-door/shared/i18n/languages.ts';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from './guess.ts';

describe('[LANG-2] the language that a page begins in', () => {
  it.each([
    [['cy-GB', 'en-GB'], 'cy'],
    [['pl'], 'pl'],
    [['ro-MD'], 'ro'],
    [['bn-BD', 'en'], 'bn'],
    [['pa-IN'], 'pa'],
    [['pa-Guru-GB'], 'pa'],
    [['ur-PK'], 'ur'],
    [['ar-EG', 'fr'], 'ar'],
    [['so', 'ar'], 'ar'],
    [['so-SO'], 'en'],
    [[], 'en'],
    [['en-US@posix', 'ro'], 'ro'],
  ])('is, of %j, %s', (wanted, language) => {
    expect(guessLanguage(wanted, languageCodes)).toBe(language);
  });

  it('is none in a script that the person does not ask for', () => {
    expect(guessLanguage(['pa-PK', 'ur-PK'], languageCodes)).toBe('ur');
    expect(guessLanguage(['pa-Arab'], languageCodes)).toBe('en');
  });

  it('is none that the page does not have', () => {
    expect(guessLanguage(['pl', 'cy'], ['en', 'cy'])).toBe('cy');
  });
});
