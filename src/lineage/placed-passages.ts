import type { Block } from '../markdown/block.ts';
import type { FoldedText } from './folded-text.ts';

/** A passage, or its part, in the text of one block. */
export interface PlacedPassage {
  /** Number of the passage, from 1. */
  passage: number;
  /** Index of the block in the letter. */
  block: number;
  /** Its range in the block's text, in UTF-16 code units. */
  from: number;
  to: number;
}

/**
 * Finds where passages are in the blocks of a letter. One that runs over the end of a block has several parts.
 *
 * @param text The folded text of the blocks.
 * @param passages Ranges of folded units; they do not overlap. Their numbers are their order here.
 * @returns In reading order.
 */
export function placePassages(
  blocks: readonly Block[],
  text: FoldedText,
  passages: readonly { from: number; length: number }[],
): PlacedPassage[] {
  const placed = passages.flatMap(({ from, length }, index) => {
    const parts: PlacedPassage[] = [];
    for (let at = from; at < from + length; at += 1) {
      const [block = 0, offset = 0] = [text.blocks[at], text.offsets[at]];
      const last = parts.at(-1);
      if (last?.block === block) last.to = offset + 1;
      else parts.push({ passage: index + 1, block, from: offset, to: offset + 1 });
    }
    return parts;
  });
  for (const part of placed) keepCharactersWhole(part, blocks[part.block]?.text ?? '');
  return placed.sort((a, b) => a.block - b.block || a.from - b.from);
}

/** Characters beyond the basic plane are two units, which may begin or end alike in different characters. */
function keepCharactersWhole(part: PlacedPassage, text: string): void {
  if (/^[\uDC00-\uDFFF]/.test(text.slice(part.from))) part.from += 1;
  if (/[\uD800-\uDBFF]$/.test(text.slice(0, part.to))) part.to -= 1;
}
