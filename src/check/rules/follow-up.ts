import type { Finding } from '../../content-files/finding.ts';
import { readFollowUpFile } from '../../content-files/follow-up-file.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';

/** What editors recorded of a letter's commitments, if anything, is about sentences of this letter, in order. */
export async function followUp(letter: LetterFile, content: string): Promise<Finding[]> {
  const file = readFollowUpFile(content, letter.id);
  if (file === undefined) return [];
  const { frontmatter, body } = letter;
  // With a letter that has errors of its own, nothing can be compared; a withdrawn one has no text.
  if (file.followUp === undefined || frontmatter === undefined || frontmatter.withdrawn !== undefined)
    return file.findings;
  // Loaded when needed: few letters have a record, and a hook that checks one letter has no time to lose.
  const [{ findCommitments }, { letterBlocks }, { followUpOrder }, { followUpSentences }] = await Promise.all(
    [
      import('../../commitments/find-commitments.ts'),
      import('../../markdown/blocks.ts'),
      import('./follow-up-order.ts'),
      import('./follow-up-sentences.ts'),
    ],
  );
  const blocks = letterBlocks(body);
  const commitments = findCommitments(blocks, frontmatter);
  return [
    ...followUpSentences(file, { commitments, texts: blocks.map(({ text }) => text) }),
    ...followUpOrder(file, { commitments, issuedOn: frontmatter.issuedOn }),
  ];
}
