import type { Problem } from '@front-door/shared/i18n/en/common.ts';
import { errorText } from '../i18n/error-text.ts';
import { t } from '../i18n/index.ts';
import type { OverReason } from '../net/refusal.ts';

type Outcome =
  | 'ended'
  | 'sentBack'
  | 'moved'
  | 'open'
  | 'quicker'
  | 'renamed'
  | 'away'
  | 'gone'
  | 'elsewhere'
  | 'removed';

/** Why a clinician is back at the list: what became of the consultation, or why nobody was called in. */
export type Told = { consultationId: string; name: string } & ({ what: Outcome } | { what: 'problem'; code: Problem });

/** Whether it is what the clinician wanted. */
export const isGood = ({ what }: Told): boolean => ['ended', 'sentBack', 'moved', 'open'].includes(what);

/** What to say of it; `target` is where the consultation is now, if that is known. */
export function toldText(told: Told, target: string | null): string {
  const { name } = told;
  if (told.what === 'problem') return errorText({ code: told.code });
  if (told.what === 'moved' && target !== null) return t('clinician:sitting.told.transferred', { name, target });
  return t(`clinician:sitting.told.${told.what}`, { name });
}

/** Why somebody was not called in. */
export function refusalTold(code: Problem): { what: Outcome } | { what: 'problem'; code: Problem } {
  switch (code) {
    case 'wrong_state':
      return { what: 'quicker' };
    case 'name_changed':
      return { what: 'renamed' };
    case 'person_away':
      return { what: 'away' };
    case 'visit_left':
    case 'visit_removed':
    case 'consultation_ended':
    case 'not_found':
      return { what: 'gone' };
    case 'taken_over':
      return { what: 'elsewhere' };
    default:
      return { what: 'problem', code };
  }
}

/** Why a consultation is over for the clinician who was in it, without having left it. */
export function overTold(reason: OverReason): { what: Outcome } | { what: 'problem'; code: Problem } {
  switch (reason) {
    case 'consultation_ended':
      return { what: 'ended' };
    case 'visit_left':
      return { what: 'moved' };
    case 'taken_over':
      return { what: 'elsewhere' };
    case 'visit_removed':
      return { what: 'removed' };
    default:
      return { what: 'problem', code: reason };
  }
}
