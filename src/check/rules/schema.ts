import { frontmatterSchema } from '../../reply/frontmatter.ts';
import type { Finding } from '../finding.ts';
import type { LetterFile } from '../letter-file.ts';
import { describeIssue } from '../schema-issues.ts';

/** The frontmatter satisfies the contract: required fields, types, forms, no unknown field. */
export function schema(letter: LetterFile): Finding[] {
  if (letter.findings.length > 0) return [];
  const result = frontmatterSchema.safeParse(letter.data ?? {});
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => describeIssue(issue, letter.data, knownKeys))
    .map(({ keys, rule, text }): Finding => ({
      path: letter.path,
      ...letter.locate(keys),
      level: 'error',
      rule,
      text,
    }));
}

function knownKeys([parent]: readonly PropertyKey[]): string[] {
  const { proposal, source } = frontmatterSchema.shape;
  if (parent === 'proposal') return Object.keys(proposal.unwrap().shape);
  if (parent === 'source') return Object.keys(source.unwrap().shape);
  return Object.keys(frontmatterSchema.shape);
}
