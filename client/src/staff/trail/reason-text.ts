import { staff } from '@front-door/shared/i18n/en/staff.ts';
import { t } from '../../i18n/index.ts';

type KnownReason = keyof typeof staff.trail.reasons;

const isKnown = (code: string): code is KnownReason => code in staff.trail.reasons;

/** Whose reasons are people's own words or names. */
const inOwnWords = ['removed', 'api_key_made', 'api_key_revoked'];

/** Why something was done, or of what kind it was: the server's codes in words, all else as it is. */
export function reasonText(action: string, reason: string): string {
  if (inOwnWords.includes(action)) return reason;
  return reason.replaceAll(/new account|by link|[a-z_]+/g, (words) => {
    const code = words.replace(' ', '_');
    return isKnown(code) ? t(`staff:trail.reasons.${code}`) : words.replaceAll('_', ' ');
  });
}
