import { common as arabic } from '@front-door/shared/i18n/ar/common.ts';
import { common as welsh } from '@front-door/shared/i18n/cy/common.ts';
import { common as english } from '@front-door/shared/i18n/en/common.ts';
import { landing as arabicLanding } from '@front-door/shared/i18n/ar/landing.ts';
import { landing as welshLanding } from '@front-door/shared/i18n/cy/landing.ts';
import { landing as englishLanding } from '@front-door/shared/i18n/en/landing.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const loader = <T>(common: T) => vi.fn<() => Promise<{ common: T }>>(() => Promise.resolve({ common }));
const loaders = () => ({ en: loader(english), cy: loader(welsh), ar: loader(arabic) });
const laterLoader = <T>(landing: T) => vi.fn<() => Promise<{ landing: T }>>(() => Promise.resolve({ landing }));
const laterLoaders = () => ({
  en: laterLoader(englishLanding),
  cy: laterLoader(welshLanding),
  ar: laterLoader(arabicLanding),
});

/** A page as it is opened: with nothing in its own memory. */
async function openPage() {
  vi.resetModules();
  const [choice, texts] = await Promise.all([import('./choice.ts'), import('./index.ts')]);
  return { ...choice, ...texts };
}

const stored = new Map<string, string>();
const documentElement = { lang: 'en', dir: '' };

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('document', { documentElement });
  vi.stubGlobal('navigator', { languages: ['ar-SY', 'en-GB'] });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe('the language of a page', () => {
  it('[LANG-2] begins as the browser wants it, and is chosen once for the next times', async () => {
    const page = await openPage();
    await page.startInLanguage(loaders());
    expect(page.currentLanguage()).toBe('ar');
    await page.chooseLanguage('cy');
    expect(page.t('page.language')).toBe('Iaith');
    const again = await openPage();
    await again.startInLanguage(loaders());
    expect(again.currentLanguage()).toBe('cy');
  });

  it('[LANG-2] is one that the page has, whatever was chosen on another', async () => {
    const page = await openPage();
    await page.startInLanguage(loaders());
    await page.chooseLanguage('ar');
    const { en, cy } = loaders();
    const other = await openPage();
    await other.startInLanguage({ en, cy });
    expect([other.currentLanguage(), other.offeredLanguages()]).toEqual(['en', ['en', 'cy']]);
  });

  it('[LANG-4] is told to the browser, with the side from which it is read', async () => {
    const page = await openPage();
    await page.startInLanguage(loaders());
    expect(documentElement).toEqual({ lang: 'ar', dir: 'rtl' });
    await page.chooseLanguage('cy');
    expect(documentElement).toEqual({ lang: 'cy', dir: 'ltr' });
  });

  it('[LANG-5] is the only one whose texts are fetched', async () => {
    const own = loaders();
    await (await openPage()).startInLanguage(own);
    expect([own.en, own.cy, own.ar].map((load) => load.mock.calls.length)).toEqual([0, 0, 1]);
  });

  it('[LANG-3] stays as it was when the other one cannot be had, and nothing is remembered', async () => {
    const own = loaders();
    own.cy.mockRejectedValue(new TypeError('Failed to fetch'));
    const page = await openPage();
    await page.startInLanguage(own);
    await expect(page.chooseLanguage('cy')).rejects.toMatchObject({ code: 'offline' });
    expect([page.currentLanguage(), [...stored]]).toEqual(['ar', []]);
  });

  it('[LANG-3] is the last of two that were asked for in a row, whichever comes first', async () => {
    const own = loaders();
    const slow = Promise.withResolvers<{ common: typeof welsh }>();
    own.cy.mockReturnValue(slow.promise);
    const page = await openPage();
    await page.startInLanguage(own);
    const first = page.chooseLanguage('cy');
    await page.chooseLanguage('en');
    slow.resolve({ common: welsh });
    await first;
    expect([page.currentLanguage(), [...stored.values()]]).toEqual(['en', ['en']]);
  });

  it('[LANG-3] is that of what came later too, also when another was asked for meanwhile', async () => {
    const own = loaders();
    const later = laterLoaders();
    const slow = Promise.withResolvers<{ landing: typeof welshLanding }>();
    later.ar.mockReturnValue(slow.promise);
    const page = await openPage();
    await page.startInLanguage(own);
    const added = page.addTexts(later);
    await page.chooseLanguage('cy');
    slow.resolve({ landing: arabicLanding });
    await added;
    expect([page.t('page.language'), page.t('landing:haveLink')]).toEqual(['Iaith', welshLanding.haveLink]);
    await page.chooseLanguage('en');
    expect(page.t('landing:haveLink')).toBe(englishLanding.haveLink);
  });

  it('[LANG-3] keeps what came later when a choice from before it is done after it', async () => {
    const own = loaders();
    const slow = Promise.withResolvers<{ common: typeof welsh }>();
    own.cy.mockReturnValueOnce(slow.promise);
    const page = await openPage();
    await page.startInLanguage(own);
    const chosen = page.chooseLanguage('cy');
    await page.addTexts(laterLoaders());
    slow.resolve({ common: welsh });
    await chosen;
    expect([page.t('page.language'), page.t('landing:haveLink')]).toEqual(['Iaith', welshLanding.haveLink]);
  });

  it('[LANG-3] has what comes later only once it is there in the language of the page', async () => {
    const own = loaders();
    const [slowArabic, slowWelsh] = [
      Promise.withResolvers<{ common: typeof arabic }>(),
      Promise.withResolvers<{ common: typeof welsh }>(),
    ];
    const page = await openPage();
    await page.startInLanguage(own);
    own.ar.mockReturnValue(slowArabic.promise);
    own.cy.mockReturnValue(slowWelsh.promise);
    let isThere = false;
    const added = page.addTexts(laterLoaders()).then(() => (isThere = true));
    await vi.waitFor(() => expect(own.ar).toHaveBeenCalledTimes(2));
    const chosen = page.chooseLanguage('cy');
    slowArabic.resolve({ common: arabic });
    await vi.waitFor(() => expect(own.cy).toHaveBeenCalledTimes(2));
    expect(isThere).toBe(false);
    slowWelsh.resolve({ common: welsh });
    await Promise.all([added, chosen]);
    expect([page.t('page.language'), page.t('landing:haveLink')]).toEqual(['Iaith', welshLanding.haveLink]);
  });

  it('[LANG-3] is not changed to one whose texts fail while others come', async () => {
    const own = loaders();
    own.cy.mockRejectedValue(new TypeError('Failed to fetch'));
    const page = await openPage();
    await page.startInLanguage(own);
    await expect(page.chooseLanguage('cy')).rejects.toMatchObject({ code: 'offline' });
    own.cy.mockResolvedValue({ common: welsh });
    await page.addTexts(laterLoaders());
    expect([page.currentLanguage(), page.t('landing:haveLink')]).toEqual(['ar', arabicLanding.haveLink]);
  });

  it('[LANG-3] [LIGHT-2] can be changed while what comes later cannot be had', async () => {
    const later = laterLoaders();
    later.ar.mockRejectedValue(new TypeError('Failed to fetch'));
    later.cy.mockRejectedValue(new TypeError('Failed to fetch'));
    const page = await openPage();
    await page.startInLanguage(loaders());
    await expect(page.addTexts(later)).rejects.toThrow('Failed to fetch');
    await page.chooseLanguage('cy');
    expect(page.t('page.language')).toBe('Iaith');
  });

  it('goes on trying for its first texts', async () => {
    vi.useFakeTimers();
    const own = loaders();
    own.ar.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const page = await openPage();
    const started = page.startInLanguage(own);
    await vi.runAllTimersAsync();
    await started;
    expect([own.ar.mock.calls.length, page.currentLanguage()]).toEqual([2, 'ar']);
    vi.useRealTimers();
  });
});
