import { describe, expect, it } from 'vitest';
import { summarise } from './summary.mjs';

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] };
const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
const unloadable = { status: 'failed', assertionResults: [] };

describe('the sums of a test run', () => {
  it('are those of the report', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [passing, failing],
    };
    expect(summarise(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('count a file that could not be loaded as one failure', () => {
    const report = { numPassedTests: 2, numFailedTests: 0, testResults: [passing, unloadable] };
    expect(summarise(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('have a failure when the run failed although every test passed', () => {
    const report = { numPassedTests: 2, numFailedTests: 0, testResults: [passing] };
    expect(summarise(report, 1).failed).toBe(1);
  });

  it('have a failure when the run was killed before there was a report', () => {
    expect(summarise(undefined, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
