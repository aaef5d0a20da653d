/**
 * The sums of a run.
 * @param {object | undefined} report what Vitest's JSON reporter wrote; nothing if Vitest did not get that far
 * @param {number | null} exitCode Vitest's
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function summarise(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const failed = (report?.numFailedTests ?? 0) + filesFailedAsAWhole(report?.testResults ?? []);
  // An error outside of every test fails the run, and so must show in the sums.
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1), skipped };
}

// A file that cannot be loaded, or whose hooks fail, has no failed test in it.
function filesFailedAsAWhole(files) {
  return files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
}
