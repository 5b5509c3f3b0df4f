import type { Finding } from '../content-files/finding.ts';

/** Thrown when the content breaks a rule, which ends the build. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super('内容有误');
    this.findings = findings;
  }
}
