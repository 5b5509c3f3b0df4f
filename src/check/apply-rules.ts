import type { Finding } from '../content-files/finding.ts';
import type { LetterFile } from '../content-files/letter-file.ts';
import type { PageFile } from '../content-files/page-file.ts';
import { failureFinding } from './failure.ts';

/** A rule about one file. @param content The content folder. */
export type Rule<F> = (file: F, content: string) => Finding[] | Promise<Finding[]>;

/** What reading found in one file, and what the rules find. A rule that fails itself is a finding too. */
export async function applyRules<F extends LetterFile | PageFile>(
  file: F,
  rules: readonly Rule<F>[],
  content: string,
): Promise<Finding[]> {
  const findings = [...file.findings];
  for (const rule of rules) {
    try {
      findings.push(...(await rule(file, content)));
    } catch (error) {
      findings.push(failureFinding(file.path, error));
    }
  }
  return findings;
}
