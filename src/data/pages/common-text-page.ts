import type { Block } from '../../markdown/block.ts';
import { compareTexts, type ComparedTexts } from '../comparison/common-text-rows.ts';
import type { Letter } from '../letter/letter.ts';

/** What the page shows that compares a letter with earlier ones. */
export interface CommonTextPage {
  letter: Letter;
  /** In the order of their numbers. */
  compared: readonly (ComparedTexts & { other: Letter })[];
}

/** A letter with the blocks of its text. */
export interface LetterText {
  letter: Letter;
  blocks: readonly Block[];
}

/** Compares a letter with others. */
export function makeCommonTextPage(
  { letter, blocks }: LetterText,
  others: readonly LetterText[],
): CommonTextPage {
  return {
    letter,
    compared: others.map((other) => ({ other: other.letter, ...compareTexts(blocks, other.blocks) })),
  };
}
