import type { Language } from '@front-door/shared/i18n/languages.ts';
import type { PageTexts } from '../index.ts';

/** What somebody reads who comes without a link. */
export const forVisitors: Record<Language, () => Promise<PageTexts>> = {
  en: () => import('@front-door/shared/i18n/en/common.ts'),
  cy: () => import('@front-door/shared/i18n/cy/common.ts'),
  pl: () => import('@front-door/shared/i18n/pl/common.ts'),
  ro: () => import('@front-door/shared/i18n/ro/common.ts'),
  bn: () => import('@front-door/shared/i18n/bn/common.ts'),
  pa: () => import('@front-door/shared/i18n/pa/common.ts'),
  ur: () => import('@front-door/shared/i18n/ur/common.ts'),
  ar: () => import('@front-door/shared/i18n/ar/common.ts'),
};
