import type { Block } from '../markdown/block.ts';
import { foldForSentences } from './folded-text.ts';
import { ordinalAt } from './ordinals.ts';
import { isClosing } from './sections.ts';

/**
 * Joins paragraphs whose sentence was broken where the received page broke its line. The joined paragraph has the
 * anchor of the first; other blocks are as they were.
 */
export function joinBrokenSentences(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before && goesOn(before, block)) joined[joined.length - 1] = join(before, block);
    else joined.push(block);
  }
  return joined;
}

function join(before: Block, block: Block): Block {
  return { ...before, text: before.text + block.text };
}

/** More is not one paragraph. */
const longest = 4000;

/** Whether a paragraph ends within a sentence that the next one ends: headings, names and signatures are shorter. */
function goesOn(before: Block, { kind, text }: Block): boolean {
  if (before.kind !== 'paragraph' || kind !== 'paragraph' || before.text.length > longest) return false;
  const [start, rest] = [foldForSentences(before.text).trim(), foldForSentences(text).trim()];
  return (
    start.length >= 20 &&
    /[\p{Script=Han}，、]$/u.test(start) &&
    /^[\p{Script=Han}“《]/u.test(rest) &&
    /[，。；]/u.test(rest) &&
    !/^.{0,20}[：]/u.test(rest) &&
    ordinalAt(rest) === undefined &&
    !isClosing(rest) &&
    !/^(?:下一?步|附件|此致|同时|此外|另外|最后)/u.test(rest)
  );
}
