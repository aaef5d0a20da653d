import { t } from '../i18n/index.ts';

/** Whom the patient is going to see, in the middle of a sentence. */
export const whoSees = (clinicianName: string | null): string => clinicianName ?? t('patient:who');
