import type { TextLoaders } from '../choice.ts';

/** What staff read outside the consultations. */
export const forStaff = {
  en: () => import('@front-door/shared/i18n/en/for-staff.ts'),
} satisfies TextLoaders;
