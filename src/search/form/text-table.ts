import { readStamps } from './data-file.ts';
import { hashText } from './name-hash.ts';

/*
 * The texts of letters, for excerpts, are in blocks of neighbouring letters, a file each, in which every letter
 * fills whole characters: on http a letter is loaded as a range of the file.
 */

/** Where the texts of a shard are. Blocks and letters run from the oldest letter to the newest. */
export interface StoredTextTable {
  /** Letters of each block. */
  counts: number[];
  /** Stamp of each block, which each of its texts begins with; see `readStamps`. */
  stamps: string;
  /** Length of each letter, in units of `textUnit`. */
  lengths: number[];
}

/** Bytes, in so many characters. A text is filled up to it, so that the table is half as large. */
export const textUnit = 45;
export const unitCharacters = 24;

/** Where the text of a letter is. */
export interface TextPlace {
  /** Row of the oldest letter of its block. */
  oldest: number;
  stamp: number;
  /** Range in the characters of the block. */
  part: { from: number; to: number };
}

/** Reads the table: the place of each letter's text, by row. */
export function openTextTable({ counts, stamps, lengths }: StoredTextTable): TextPlace[] {
  const stampOf = readStamps(stamps);
  const places: TextPlace[] = [];
  for (const [block, count] of counts.entries()) {
    const oldest = lengths.length - 1 - places.length;
    let from = 0;
    for (let left = count; left > 0; left -= 1) {
      const to = from + (lengths[places.length] ?? 0) * unitCharacters;
      places.push({ oldest, stamp: stampOf[block] ?? 0, part: { from, to } });
      from = to;
    }
  }
  return places.reverse();
}

/** Letters of a block, about, and at most. */
const usualBlock = 8;
const largestBlock = 32;

/**
 * Groups letters into blocks by their ids alone, so that one more letter changes one block.
 *
 * @param ids From the oldest to the newest.
 * @returns How many letters each block has.
 */
export function groupTexts(ids: readonly string[]): number[] {
  const counts: number[] = [];
  let open = 0;
  for (const id of ids) {
    if (open > 0 && (open === largestBlock || hashText(id) % usualBlock === 0)) {
      counts.push(open);
      open = 0;
    }
    open += 1;
  }
  if (open > 0) counts.push(open);
  return counts;
}
