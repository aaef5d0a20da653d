import type { Language } from '@front-door/shared/i18n/languages.ts';
import type { PageTexts } from '../index.ts';

/** What somebody reads who comes without a link. */
export const forVisitors: Record<Language, () => Promise<PageTexts>> = {
  en: () => import('@front-door/shared/i18n/en/for-visitors.ts'),
  cy: () => import('@front-door/shared/i18n/cy/for-visitors.ts'),
  pl: () => import('@front-door/shared/i18n/pl/for-visitors.ts'),
  ro: () => import('@front-door/shared/i18n/ro/for-visitors.ts'),
  bn: () => import('@front-door/shared/i18n/bn/for-visitors.ts'),
  pa: () => import('@front-door/shared/i18n/pa/for-visitors.ts'),
  ur: () => import('@front-door/shared/i18n/ur/for-visitors.ts'),
  ar: () => import('@front-door/shared/i18n/ar/for-visitors.ts'),
};
