import type { Language } from '@front-door/shared/i18n/languages.ts';
import type { PageTexts } from '../index.ts';

/** What somebody reads who comes by a clinic's own link. */
export const forCallers: Record<Language, () => Promise<PageTexts>> = {
  en: () => import('@front-door/shared/i18n/en/for-callers.ts'),
  cy: () => import('@front-door/shared/i18n/cy/for-callers.ts'),
  pl: () => import('@front-door/shared/i18n/pl/for-callers.ts'),
  ro: () => import('@front-door/shared/i18n/ro/for-callers.ts'),
  bn: () => import('@front-door/shared/i18n/bn/for-callers.ts'),
  pa: () => import('@front-door/shared/i18n/pa/for-callers.ts'),
  ur: () => import('@front-door/shared/i18n/ur/for-callers.ts'),
  ar: () => import('@front-door/shared/i18n/ar/for-callers.ts'),
};
