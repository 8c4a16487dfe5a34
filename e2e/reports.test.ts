// The sum at the end of `npm test` must not pass over a runner that crashed, read nothing or lost a file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countsOf } from './reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = join(folder, 'report.json');
const reported = (runner: 'vitest' | 'playwright', content: unknown, exit: number | null) => {
  writeFileSync(report, typeof content === 'string' ? content : JSON.stringify(content));
  return countsOf(runner, report, exit);
};
const vitestReport = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults,
});
const playwrightReport = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = []) => ({
  stats: { expected, unexpected, flaky, skipped: 0 },
  errors,
});

test('passed and failed tests are counted', () => {
  expect(reported('vitest', vitestReport(5, 0), 0)).toEqual({ passed: 5, failed: 0 });
  expect(reported('vitest', vitestReport(5, 2), 1)).toEqual({ passed: 5, failed: 2 });
  expect(reported('playwright', playwrightReport(4, 0), 0)).toEqual({ passed: 4, failed: 0 });
  expect(reported('playwright', playwrightReport(4, 1, 1), 1)).toEqual({ passed: 4, failed: 2 });
});

test('a runner without a report, with half a report or killed is a failure', () => {
  expect(countsOf('vitest', join(folder, 'nowhere.json'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(reported('playwright', '{"stats": {', 0)).toEqual({ passed: 0, failed: 1 });
  expect(reported('vitest', vitestReport(5, 0), null)).toEqual({ passed: 5, failed: 1 });
});

test('no test at all, an error outside tests and a file that did not load are failures', () => {
  expect(reported('vitest', vitestReport(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(reported('playwright', playwrightReport(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(reported('vitest', vitestReport(3, 0), 1)).toEqual({ passed: 3, failed: 1 });
  expect(reported('playwright', playwrightReport(3, 0, 0, [{}]), 1)).toEqual({ passed: 3, failed: 1 });
  const unloaded = [{ status: 'failed', assertionResults: [] }];
  expect(reported('vitest', vitestReport(3, 0, unloaded), 1)).toEqual({ passed: 3, failed: 1 });
});
