import { inflate } from './data-file.ts';
import { readLeb128, sumOf } from './leb128.ts';

/*
 * A chunk of the index as the edition keeps it. Pagefind's own (`.pf_index`) has the numbers of each
 * token side by side, where DEFLATE finds little to save: what is alike is put together, and what
 * looks like noise, the lower half of the places, is not compressed at all. It is seven tenths as large.
 *
 *     4 bytes      length of the next part, little-endian
 *     `deflated`   integers in LEB128: tokens, and letters of each; steps from letter to letter, places
 *                  in each, upper parts of the steps from place to place; then the tokens, a line each
 *     the rest     lower bytes of the steps from place to place
 */

/** Where a token stands. */
export interface Posting {
  /** The letters, by row, ascending. */
  rows: Uint32Array;
  /** Of each letter where its places begin in `places`; one more at the end. */
  starts: Uint32Array;
  /** The places in each letter, ascending. */
  places: Uint32Array;
}

/** A chunk that was read. */
export interface PostingChunk {
  /** Where a token stands; undefined for a token that the chunk does not have. */
  of: (token: string) => Posting | undefined;
  /** What it takes of memory, in bytes, about. */
  size: number;
}

/** Reads a chunk as `packChunk` packs it. */
export function readChunk(bytes: Uint8Array): PostingChunk {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const body = inflate(bytes.subarray(4, 4 + length));
  const lower = bytes.subarray(4 + length);
  const { next, take, at: end } = readLeb128(body);
  const letterCounts = take(next());
  const letters = sumOf(letterCounts);
  const rows = take(letters);
  const placeCounts = take(letters);
  const places = take(sumOf(placeCounts));
  const tokens = new TextDecoder().decode(body.subarray(end())).split('\n');

  let [letter, place] = [0, 0];
  const starts = new Uint32Array(letters + 1);
  // From where to where the letters of a token stand.
  const spans = new Map<string, [from: number, to: number]>();
  for (const [index, token] of tokens.entries()) {
    const [from, to] = [letter, letter + (letterCounts[index] ?? 0)];
    for (let row = 0; letter < to; letter += 1) {
      row += rows[letter] ?? 0;
      rows[letter] = row;
      const end = place + (placeCounts[letter] ?? 0);
      for (let at = 0; place < end; place += 1) {
        at += (places[place] ?? 0) * 256 + (lower[place] ?? 0);
        places[place] = at;
      }
      starts[letter + 1] = place;
    }
    spans.set(token, [from, to]);
  }
  return {
    of(token) {
      const span = spans.get(token);
      if (span === undefined) return undefined;
      const [from, to] = span;
      return { rows: rows.subarray(from, to), starts: starts.subarray(from, to + 1), places };
    },
    size: rows.byteLength + starts.byteLength + places.byteLength + 100 * tokens.length,
  };
}
