import type { TextLoaders } from '../choice.ts';

/** What somebody reads who comes without a link. */
export const forVisitors = {
  en: () => import('@front-door/shared/i18n/en/common.ts'),
} satisfies TextLoaders;
