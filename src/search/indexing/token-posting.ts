/** Where a token occurs in the letters of a shard, while an index is written. */
export interface TokenPosting {
  token: string;
  /** The letters that it occurs in, by row, ascending. */
  rows: Uint32Array;
  /** How often it occurs in each of these letters. */
  counts: Uint32Array;
  /** From each position to the next one, letter after letter; the first of each letter from 0. */
  steps: Uint32Array;
}

/**
 * Encodes the beginning of every chunk: the number of tokens, of letters for each, and these letters as steps from
 * one row to the next, the first of each token from 0.
 */
export function encodeRows(postings: readonly TokenPosting[]): Uint32Array[] {
  return [
    Uint32Array.of(postings.length),
    Uint32Array.from(postings, ({ rows }) => rows.length),
    ...postings.map(({ rows }) => rows.map((row, at) => row - (rows[at - 1] ?? 0))),
  ];
}
