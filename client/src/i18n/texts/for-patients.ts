import type { TextLoaders } from '../choice.ts';

/** What a patient reads from the link to goodbye, each language by itself. */
export const forPatients = {
  en: () => import('@front-door/shared/i18n/en/for-patients.ts'),
} satisfies TextLoaders;
