import type { Block } from '../markdown/block.ts';
import { joinBrokenSentences } from './broken-sentences.ts';
import type { Commitment } from './commitment.ts';
import { foldForSentences } from './folded-text.ts';
import { ordinalAt } from './ordinals.ts';
import { readParagraph, type CommittedLetter } from './paragraph.ts';
import { continueList, depthOf, isClosing, isFutureHeading, type Section } from './sections.ts';

/** More than this is no reply letter. */
const mostCommitments = 400;

/**
 * Finds the commitments (承诺) of a letter in reading order: every sentence in which an agency says what it will
 * do, or that it does not do what was asked for.
 *
 * @param blocks The letter's blocks, as `letterBlocks` reads them.
 */
export function findCommitments(blocks: readonly Block[], letter: CommittedLetter): Commitment[] {
  const found: Commitment[] = [];
  let section: Section | undefined;
  for (const block of joinBrokenSentences(blocks)) {
    if (found.length >= mostCommitments) break;
    const folded = foldForSentences(block.text);
    if (isAttachment(folded)) break;
    const depth = titleDepth(block, folded);
    if (depth !== undefined) {
      section = sectionBelow(folded, depth, section);
      continue;
    }
    const read = readParagraph(block, folded, letter, sectionOf(folded, section));
    found.push(...read.commitments);
    section = read.section;
  }
  return found.slice(0, mostCommitments);
}

/** Whether what follows is not the letter: 附件：, or the proposal that it answers. */
function isAttachment(folded: string): boolean {
  return /^附(?:件|：|原)/u.test(folded);
}

/** The depth of a block that is a heading or looks like one; undefined for any other. */
function titleDepth(block: Block, folded: string): number | undefined {
  if (block.kind === 'heading') return block.depth ?? 2;
  if (!isTitle(folded)) return undefined;
  const ordinal = ordinalAt(folded);
  return ordinal || isFutureHeading(folded) ? depthOf(folded) : undefined;
}

/** Whether a paragraph is short and has no punctuation, as headings are. */
function isTitle(folded: string): boolean {
  return folded.length <= 40 && !/[。！？；：，]/u.test(folded.trim());
}

function sectionBelow(folded: string, depth: number, section: Section | undefined): Section | undefined {
  if (isFutureHeading(folded.slice(ordinalAt(folded)?.length ?? 0))) return { kind: 'heading', depth };
  if (section?.kind === 'heading') return depth > section.depth ? section : undefined;
  return section && continueList(section, folded, true);
}

/** The section in which a paragraph is, given that of the block before it. */
function sectionOf(folded: string, section: Section | undefined): Section | undefined {
  if (!section || isClosing(folded)) return undefined;
  if (section.kind === 'list') return continueList(section, folded, isTitle(folded));
  return ordinalAt(folded) && depthOf(folded) <= section.depth ? undefined : section;
}
