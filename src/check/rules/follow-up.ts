import { findCommitments } from '../../commitments/find-commitments.ts';
import type { Finding } from '../../content-files/finding.ts';
import { readFollowUpFile } from '../../content-files/follow-up-file.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { letterBlocks } from '../../markdown/blocks.ts';
import { followUpOrder } from './follow-up-order.ts';
import { followUpSentences } from './follow-up-sentences.ts';

/** What editors recorded of a letter's commitments, if anything, is about sentences of this letter, in order. */
export async function followUp(letter: LetterFile, content: string): Promise<Finding[]> {
  const file = await readFollowUpFile(content, letter.id);
  if (file === undefined) return [];
  const { frontmatter, body } = letter;
  // With a letter that has errors of its own, nothing can be compared.
  if (file.followUp === undefined || frontmatter === undefined) return file.findings;
  const blocks = letterBlocks(body);
  const commitments = findCommitments(blocks, frontmatter);
  return [
    ...followUpSentences(file, { commitments, texts: blocks.map(({ text }) => text) }),
    ...followUpOrder(file, { commitments, issuedOn: frontmatter.issuedOn }),
  ];
}
