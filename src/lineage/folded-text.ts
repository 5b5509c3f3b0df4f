import type { Block } from '../markdown/block.ts';
import { findLetterParts } from '../markdown/letter-parts.ts';
import { isOpening } from '../reply/opening.ts';

/** The text of a letter as copies are compared: letters and digits alone, each with its place. */
export interface FoldedText {
  /** Folded UTF-16 code units. */
  units: Uint16Array;
  /** Of each unit, the index of its block in the letter. */
  blocks: Uint16Array;
  /** Of each unit, its offset in the text of its block. */
  offsets: Uint16Array;
}

/** Longer letters are compared as far as this, so that every place fits in 16 bits. */
const longest = 65_535;

/**
 * Folds the blocks of a letter for comparison: width and case are folded; white space, punctuation and symbols
 * are dropped, because copies are set anew. What every letter has is no text that is copied: salutation, opening
 * (您提出的…收悉), thanks, signature and date.
 */
export function foldBlocks(blocks: readonly Block[]): FoldedText {
  const texts = blocks.map(({ text }) => text);
  for (const at of findForms(blocks)) texts[at] = '';
  const size = Math.min(
    longest,
    texts.reduce((sum, { length }) => sum + length, 0),
  );
  const units = new Uint16Array(size);
  const ofBlocks = new Uint16Array(size);
  const offsets = new Uint16Array(size);
  let count = 0;
  for (const [block, text] of texts.slice(0, longest).entries())
    for (let offset = 0; offset < text.length && offset < longest && count < size; offset += 1) {
      const unit = foldUnit(text.charCodeAt(offset));
      if (unit === dropped) continue;
      units[count] = unit;
      ofBlocks[count] = block;
      offsets[count] = offset;
      count += 1;
    }
  return {
    units: units.subarray(0, count),
    blocks: ofBlocks.subarray(0, count),
    offsets: offsets.subarray(0, count),
  };
}

/** Openings and thanks that are longer say something besides. */
const longestForm = 240;
const thanks = /^(?:最后|在此)?[，,]?(?:再次|衷心|诚挚|非常|特别)*(?:地)?感谢/u;

/** Finds the blocks that are mere form. */
function findForms(blocks: readonly Block[]): number[] {
  const layout = blocks.map(({ kind, text }) => ({ isParagraph: kind === 'paragraph', text }));
  const opening = layout.slice(0, 4).findIndex(({ isParagraph, text }) => isParagraph && isOpening(text));
  const forms = layout.flatMap(({ isParagraph, text }, at) =>
    isParagraph && text.length <= longestForm && (at === opening || thanks.test(text)) ? [at] : [],
  );
  return [...findLetterParts(layout).keys(), ...forms];
}

const dropped = 0;
/** Folded units by unit, computed at first sight: 0xffff, which is no character, where not yet. */
const known = new Uint16Array(0x10000).fill(0xffff);

function foldUnit(unit: number): number {
  const folded = known[unit] ?? dropped;
  return folded === 0xffff ? (known[unit] = computeFold(unit)) : folded;
}

function computeFold(unit: number): number {
  // Halves of characters beyond the basic plane: rare Han characters.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  const folded = character.normalize('NFKC').toLowerCase();
  if (!/^[\p{Letter}\p{Number}]/u.test(folded)) return dropped;
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
}
