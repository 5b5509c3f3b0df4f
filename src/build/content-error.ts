import type { Finding } from '../content-files/finding.ts';

/** Thrown when the content breaks a rule, which ends the build. */
export class ContentError extends Error {
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super('内容有误');
    this.findings = findings;
  }
}

/**
 * Gives the findings of an error or of its cause. It does not use `instanceof ContentError`: Astro loads the
 * modules that render pages a second time, so their class differs from the build's.
 */
export function findingsOf(error: unknown): Finding[] | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'findings' in error && Array.isArray(error.findings)
    ? (error.findings as Finding[])
    : findingsOf(error.cause);
}
