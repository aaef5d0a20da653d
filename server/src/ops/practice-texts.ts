/** What a patient agrees to, until a practice has words of its own. */
export const usualAgreement =
  'I agree to talk to my practice by video. I am somewhere private, and I will say who else is with me. The call is not recorded.';
