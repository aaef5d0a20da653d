import { expect, test } from 'vitest';
import { deviceProblem } from './device-problem.ts';

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'not_found'],
  ['OverconstrainedError', 'not_found'],
  ['NotReadableError', 'in_use'],
  ['AbortError', 'in_use'],
  ['TypeError', 'other'],
])('%s is told as %s', (name, problem) => {
  expect(deviceProblem(new DOMException('whatever the browser says', name))).toBe(problem);
});

test('a page without https has no devices at all', () => {
  expect(deviceProblem(new TypeError("Cannot read properties of undefined (reading 'getUserMedia')"))).toBe('other');
});
