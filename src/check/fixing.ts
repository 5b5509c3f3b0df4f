import type { Finding, TextEdit } from '../content-files/finding.ts';

/** A text after what could be mended without asking. */
export interface FixedText {
  text: string;
  /** What was mended, as it was found. */
  fixed: Finding[];
}

/** Fixes may bring others into sight: a field is judged once its YAML can be read. */
const mostRounds = 12;

/**
 * Applies the fixes of findings until there is none left to apply. One after which more of the letter differs from
 * its original than before is not applied: what an original says is only changed with a record of it.
 *
 * @param check Checks a text as the file's.
 */
export async function fixText(
  source: string,
  check: (text: string) => Promise<Finding[]>,
): Promise<FixedText> {
  let text = source;
  let findings = await check(text);
  const fixed: Finding[] = [];
  const refused = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const next = findings.find((finding) => finding.fix && !refused.has(keyOf(finding)));
    if (next?.fix === undefined) break;
    const candidate = applyEdits(text, next.fix);
    const after = await check(candidate);
    if (candidate === text || isWorse(findings, after)) refused.add(keyOf(next));
    else {
      const { fix, ...found } = next;
      if (fix.length > 0) fixed.push(found);
      text = candidate;
      findings = after;
    }
  }
  return { text, fixed };
}

/** A finding that stays the same while others move it. */
function keyOf({ rule, text }: Finding): string {
  return `${rule} ${text}`;
}

/** Whether a letter that could be compared with its original before is less like it now. */
function isWorse(before: readonly Finding[], after: readonly Finding[]): boolean {
  const unread = before.some(({ rule }) => unreadable.has(rule));
  const differences = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => rule === 'fidelity').length;
  return !unread && differences(after) > differences(before);
}

/** While one of these is found, a letter is not compared with its original. */
const unreadable: ReadonlySet<Finding['rule']> = new Set([
  'encoding',
  'merge-conflict',
  'frontmatter',
  'yaml',
  'schema',
  'unknown-field',
]);

/** @param edits In order, not overlapping. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { at, length, text: replacement }) =>
      result.slice(0, at) + replacement + result.slice(at + length),
    text,
  );
}
