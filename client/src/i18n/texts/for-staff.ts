import type { TextLoaders } from '../choice.ts';

/** What staff read outside the consultations. */
export const forStaff: TextLoaders = {
  en: () => import('@front-door/shared/i18n/en/for-staff.ts'),
  cy: () => import('@front-door/shared/i18n/cy/for-staff.ts'),
};
