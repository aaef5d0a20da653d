import type { Problem } from '@front-door/shared/i18n/en/common.ts';

/** Why a connection is over for good, as the page tells it. */
export type OverReason = Extract<
  Problem,
  | 'link_unknown'
  | 'link_not_yet_valid'
  | 'link_expired'
  | 'link_revoked'
  | 'link_in_use'
  | 'consultation_full'
  | 'consultation_ended'
  | 'visit_removed'
  | 'visit_left'
  | 'taken_over'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
>;

/**
 * What to do when connecting was refused.
 * - `again`: it may work in a moment
 * - `by_door`: the resume secret is dead; come in by the link, or signed in, like somebody new
 * - `over`: nothing but the person can change it
 */
export type NextStep = { step: 'again' } | { step: 'by_door' } | { step: 'over'; reason: OverReason };

/** The step after a refusal while coming in `by` the resume secret or the door. */
export function nextStep(code: Problem, by: 'resume' | 'door'): NextStep {
  switch (code) {
    case 'link_unknown':
    case 'link_not_yet_valid':
    case 'link_expired':
    case 'link_revoked':
    case 'link_in_use':
    case 'consultation_full':
    case 'consultation_ended':
    case 'visit_removed':
    case 'taken_over':
    case 'not_signed_in':
    case 'forbidden':
    case 'not_found':
      return { step: 'over', reason: code };
    case 'resume_invalid':
    case 'visit_left':
      return by === 'resume' ? { step: 'by_door' } : { step: 'over', reason: 'visit_left' };
    case 'bad_request':
      // A link that lost its last letters on the way is no secret at all.
      return by === 'resume' ? { step: 'by_door' } : { step: 'over', reason: 'link_unknown' };
    default:
      return { step: 'again' };
  }
}

/** Over in a way in which whatever this device remembers of the visit is worth nothing any more. */
export const isFinal = (reason: OverReason): boolean =>
  reason === 'consultation_ended' || reason === 'visit_removed' || reason === 'visit_left';
