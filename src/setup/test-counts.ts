import { readFileSync } from 'node:fs';

/** How many tests a step ran. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts of a JSON report by Vitest; undefined when there is none, because it could not start. */
export function countUnit(file: string): Counts | undefined {
  const report = readReport(file) as
    { numPassedTests: number; numFailedTests: number; numPendingTests: number } | undefined;
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    }
  );
}

/** The same of a JSON report by Playwright. */
export function countBrowser(file: string): Counts | undefined {
  const report = readReport(file) as
    { stats: { expected: number; flaky: number; unexpected: number; skipped: number } } | undefined;
  return (
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    }
  );
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
