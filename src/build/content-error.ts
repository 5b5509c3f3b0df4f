import type { Finding } from '../content-files/finding.ts';

/** The content breaks a rule: nothing is built. */
export class ContentError extends Error {
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super('内容有误');
    this.findings = findings;
  }
}

/**
 * The findings that an error carries, itself or as its cause. Astro loads what renders pages a second time, so
 * that their `ContentError` is another class than the build's.
 */
export function findingsOf(error: unknown): Finding[] | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'findings' in error && Array.isArray(error.findings)
    ? (error.findings as Finding[])
    : findingsOf(error.cause);
}
