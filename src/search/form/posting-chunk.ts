import { inflate } from './data-file.ts';
import { readLeb128, sum } from './leb128.ts';

/*
 * A chunk of the index as the edition stores it. Numbers of one kind are stored together, and what
 * looks like noise, the lower half of the positions, is not compressed at all: the chunk is 30 % smaller than one that
 * stores the numbers of each token together, as Pagefind's are.
 *
 *     4 bytes      length of the next part, little-endian
 *     `deflated`   integers in LEB128: tokens, and letters of each; steps from letter to letter, positions
 *                  in each, upper bytes of the steps from position to position; then the tokens, a line each
 *     the rest     lowest bytes of the steps from position to position
 */

/** Where a token occurs. */
export interface Posting {
  /** The letters, by row, ascending. */
  rows: Uint32Array;
  /** Where each letter's positions begin in `positions`; one more at the end. */
  starts: Uint32Array;
  /** The positions in each letter, ascending. */
  positions: Uint32Array;
}

/** A chunk in memory. */
export interface PostingChunk {
  /** Undefined for a token that the chunk does not have. */
  of: (token: string) => Posting | undefined;
  /** Approximate memory, in bytes. */
  size: number;
}

/** Reads what `packPostingChunk` writes. */
export function readPostingChunk(bytes: Uint8Array): PostingChunk {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const body = inflate(bytes.subarray(4, 4 + length));
  const lower = bytes.subarray(4 + length);
  const { next, take, at } = readLeb128(body);
  const letterCounts = take(next());
  const letters = sum(letterCounts);
  const rows = take(letters);
  const positionCounts = take(letters);
  const positions = take(sum(positionCounts));
  const tokens = new TextDecoder().decode(body.subarray(at())).split('\n');

  let [letter, end] = [0, 0];
  const starts = new Uint32Array(letters + 1);
  // The letters of each token.
  const spans = new Map<string, [from: number, to: number]>();
  for (const [index, token] of tokens.entries()) {
    const [from, to] = [letter, letter + (letterCounts[index] ?? 0)];
    for (let row = 0; letter < to; letter += 1) {
      row += rows[letter] ?? 0;
      rows[letter] = row;
      const last = end + (positionCounts[letter] ?? 0);
      for (let position = 0; end < last; end += 1) {
        position += (positions[end] ?? 0) * 256 + (lower[end] ?? 0);
        positions[end] = position;
      }
      starts[letter + 1] = end;
    }
    spans.set(token, [from, to]);
  }
  return {
    of(token) {
      const span = spans.get(token);
      if (span === undefined) return undefined;
      const [from, to] = span;
      return { rows: rows.subarray(from, to), starts: starts.subarray(from, to + 1), positions };
    },
    size: rows.byteLength + starts.byteLength + positions.byteLength + 100 * tokens.length,
  };
}
