import { inflate } from './data-file.ts';
import { unitMark } from '../text/tokens.ts';
import { readLeb128, sum } from './leb128.ts';
import { zoneCount, type ZonePosting } from './zone-chunk.ts';

/*
 * A chunk of the index as the edition stores it. Numbers of one kind are stored together, and what
 * looks like noise, the lower half of the positions, is not compressed at all: the chunk is 30 % smaller than one that
 * stores the numbers of each token together, as Pagefind's are.
 *
 *     4 bytes      length of the next part, little-endian
 *     `deflated`   integers in LEB128: tokens; letters of each; of each token the first row, counted from the shard's last, and the steps from row to row; positions in
 *                  each letter; upper bytes of the steps from position to position; then the tokens, a line each
 *     the rest     lowest bytes of the steps from position to position
 *
 * A single unit has no positions, since nothing is compared with them, but the zones in which it occurs, a bit each.
 * Rows run from the newest letter to the oldest; because the first is counted from the end, a newer letter does not
 * change it.
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
  /** Of a token of two units; undefined if the chunk does not have it. */
  of: (token: string) => Posting | undefined;
  /** Of a single unit; undefined if the chunk does not have it. */
  zonesOf: (token: string) => ZonePosting | undefined;
  /** Approximate memory, in bytes. */
  size: number;
}

/**
 * Reads what `packChunk` writes.
 *
 * @param letterCount Letters of the shard.
 */
export function readPostingChunk(bytes: Uint8Array, letterCount: number): PostingChunk {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const body = inflate(bytes.subarray(4, 4 + length));
  const lower = bytes.subarray(4 + length);
  const { next, take, at } = readLeb128(body);
  const letterCounts = take(next());
  const letters = sum(letterCounts);
  const rows = take(letters);
  const counts = take(letters);
  // Each position has a lower byte.
  const positions = take(lower.length);
  const tokens = new TextDecoder().decode(body.subarray(at())).split('\n');

  let [letter, end] = [0, 0];
  const starts = new Uint32Array(letters + 1);
  // The letters of each token.
  const spans = new Map<string, [from: number, to: number]>();
  for (const [index, token] of tokens.entries()) {
    const isUnit = token.endsWith(unitMark);
    const [from, to] = [letter, letter + (letterCounts[index] ?? 0)];
    if (from < to) rows[from] = letterCount - 1 - (rows[from] ?? 0);
    for (let row = 0; letter < to; letter += 1) {
      row += rows[letter] ?? 0;
      rows[letter] = row;
      const last = isUnit ? end : end + (counts[letter] ?? 0);
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
    zonesOf(token) {
      const span = spans.get(token);
      if (span === undefined) return undefined;
      const zones = counts.subarray(...span);
      return {
        rows: rows.subarray(...span),
        zones: Array.from({ length: zoneCount }, (_, zone) => zones.map((bits) => (bits >> zone) & 1)),
      };
    },
    size: rows.byteLength + starts.byteLength + positions.byteLength + 100 * tokens.length,
  };
}
