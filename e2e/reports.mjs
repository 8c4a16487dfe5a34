// Reads what the test runners reported. A runner that left no report, or failed without a failed test, is a failure.
import { existsSync, readFileSync } from 'node:fs';

const nothing = { passed: 0, failed: 1 };

/** Passed and failed of one runner's JSON report; `exit` is the runner's exit code. */
export function countsOf(runner, file, exit) {
  if (!existsSync(file)) return nothing;
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return nothing;
  }
  const { passed, failed } = runner === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
  const ran = passed + failed > 0;
  return { passed, failed: failed === 0 && (exit !== 0 || !ran) ? 1 : failed };
}

function vitestCounts(report) {
  const unread = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
}

function playwrightCounts(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}
