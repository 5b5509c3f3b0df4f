import { findCommonText } from '../../lineage/common-passages.ts';
import { foldBlocks, type FoldedText } from '../../lineage/folded-text.ts';
import { placePassages, type PlacedPassage } from '../../lineage/placed-passages.ts';
import type { Block } from '../../markdown/block.ts';

/** A piece of text, which may be in a common passage. */
interface TextPiece {
  text: string;
  /** Number of its passage, from 1. */
  passage?: number;
  /** The passage begins here: where it runs over the end of a paragraph, only its first piece. */
  begins?: boolean;
}

/** A paragraph, heading or row of a table. */
export interface SharedBlock {
  /** Its anchor on the letter's page. */
  anchor: string;
  /** Empty when an earlier row shows it. */
  pieces: readonly TextPiece[];
}

/** A block of a letter with those of another one that have text of it, or how many blocks in between have none. */
export type CommonTextRow =
  { own: SharedBlock; others: readonly SharedBlock[]; skipped?: undefined } | { skipped: number };

/** Two letters side by side. */
export interface ComparedTexts {
  rows: readonly CommonTextRow[];
  /** Number of common passages. */
  passages: number;
  /** Shares of both that are in them, 0–1. */
  share: number;
  shareOfOther: number;
}

/**
 * Puts the texts that two letters have in common side by side, in the order of the first one.
 *
 * @param own The blocks of the letter; @param other those of the one that it is compared with.
 */
export function compareTexts(own: readonly Block[], other: readonly Block[]): ComparedTexts {
  const [ownText, otherText] = [foldBlocks(own), foldBlocks(other)];
  const { passages, shareOfFirst, shareOfSecond } = findCommonText(ownText, otherText);
  const place = (blocks: readonly Block[], text: FoldedText, side: 'first' | 'second') =>
    shareBlocks(
      blocks,
      placePassages(
        blocks,
        text,
        passages.map((passage) => ({ from: passage[side], length: passage.length })),
      ),
    );
  const otherBlocks = place(other, otherText, 'second');
  const inOther = new Map<number, SharedBlock[]>();
  for (const block of otherBlocks)
    for (const passage of passagesOf(block)) inOther.set(passage, [...(inOther.get(passage) ?? []), block]);
  const order = new Map(otherBlocks.map((block, at) => [block, at]));
  const seen = new Set<SharedBlock>();
  const rows: CommonTextRow[] = [];
  for (const block of place(own, ownText, 'first')) {
    const found = new Set(passagesOf(block).flatMap((passage) => inOther.get(passage) ?? []));
    const last = rows.at(-1);
    if (found.size === 0) {
      if (last?.skipped === undefined) rows.push({ skipped: 1 });
      else last.skipped += 1;
      continue;
    }
    const others = [...found]
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .map((one) => (seen.has(one) ? { anchor: one.anchor, pieces: [] } : one));
    for (const one of found) seen.add(one);
    rows.push({ own: block, others });
  }
  return { rows, passages: passages.length, share: shareOfFirst, shareOfOther: shareOfSecond };
}

function passagesOf({ pieces }: SharedBlock): number[] {
  return pieces.flatMap(({ passage }) => passage ?? []);
}

/** Divides blocks into pieces; the cells of a row, which have one anchor, are one block. */
function shareBlocks(blocks: readonly Block[], placed: readonly PlacedPassage[]): SharedBlock[] {
  const byBlock = Map.groupBy(placed, ({ block }) => block);
  const begun = new Set<number>();
  const shared: { anchor: string; pieces: TextPiece[] }[] = [];
  for (const [at, { id, text }] of blocks.entries()) {
    const pieces = divide(text, byBlock.get(at) ?? [], begun);
    const last = shared.at(-1);
    if (last?.anchor === id) last.pieces.push({ text: '　' }, ...pieces);
    else shared.push({ anchor: id, pieces });
  }
  return shared;
}

function divide(text: string, placed: readonly PlacedPassage[], begun: Set<number>): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { passage, from, to } of placed) {
    if (from > at) pieces.push({ text: text.slice(at, from) });
    pieces.push({ text: text.slice(from, to), passage, begins: !begun.has(passage) });
    begun.add(passage);
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
