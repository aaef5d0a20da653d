import { expect, test } from 'vitest';
import { isFinal, nextStep } from './refusal.ts';

test('a dead resume secret leads to the link, a dead link to the end', () => {
  expect(nextStep('resume_invalid', 'resume')).toEqual({ step: 'by_door' });
  expect(nextStep('visit_left', 'resume')).toEqual({ step: 'by_door' });
  expect(nextStep('link_revoked', 'door')).toEqual({ step: 'over', reason: 'link_revoked' });
});

test('whoever was removed, or whose consultation ended, does not try again', () => {
  for (const by of ['resume', 'door'] as const) {
    expect(nextStep('visit_removed', by)).toEqual({ step: 'over', reason: 'visit_removed' });
    expect(nextStep('consultation_ended', by)).toEqual({ step: 'over', reason: 'consultation_ended' });
  }
});

test.each(['offline', 'internal', 'token_expired', 'token_used', 'too_many_requests', 'media_unavailable'] as const)(
  'tries again after %s',
  (code) => {
    expect(nextStep(code, 'resume')).toEqual({ step: 'again' });
    expect(nextStep(code, 'door')).toEqual({ step: 'again' });
  },
);

test('a link that was cut short is no link', () => {
  expect(nextStep('bad_request', 'door')).toEqual({ step: 'over', reason: 'link_unknown' });
});

test('a tab that was taken over keeps what the other tab of the same device resumes with', () => {
  expect(isFinal('taken_over')).toBe(false);
  expect(isFinal('visit_removed')).toBe(true);
});
