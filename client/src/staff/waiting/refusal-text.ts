import { waiting } from '@front-door/shared/i18n/en/waiting.ts';
import { errorText } from '../../i18n/error-text.ts';
import { t } from '../../i18n/index.ts';
import type { Refusal } from '../../net/api-error.ts';

type Known = keyof typeof waiting.refused;
const isKnown = (code: string): code is Known => code in waiting.refused;

/** Why something was not done: on the waiting list mostly because somebody else was quicker. */
export const refusalText = (refusal: Refusal): string =>
  isKnown(refusal.code) ? t(`waiting:refused.${refusal.code}`) : errorText(refusal);
