import { inflate } from './data-file.ts';
import { readLeb128, sum } from './leb128.ts';

/*
 * How often the tokens of a chunk occur in each zone of each letter: enough to find and rank a single word. For a
 * large chunk it is a thirtieth of the size.
 *
 * Compressed integers in LEB128: tokens, and letters of each; steps from letter to letter; how often in
 * each letter's title, in each one's header values, headings and body; then the tokens, a line each. Rows are written
 * as in `posting-chunk.ts`.
 */

/** Zones of a letter, in the order of its tokens. */
export const zoneCount = 4;

/** How often a token occurs in each zone of letters. */
export interface ZonePosting {
  /** The letters, by row, ascending. */
  rows: Uint32Array;
  /** Counts for title, header values, headings and body, each by letter. */
  zones: Uint32Array[];
}

/** A file of zones in memory. */
export interface ZoneChunk {
  /** Undefined for a token that the chunk does not have. */
  of: (token: string) => ZonePosting | undefined;
  /** Approximate memory, in bytes. */
  size: number;
}

/**
 * Reads what `packZones` writes.
 *
 * @param letterCount Letters of the shard.
 */
export function readZoneChunk(bytes: Uint8Array, letterCount: number): ZoneChunk {
  const body = inflate(bytes);
  const { next, take, at } = readLeb128(body);
  const letterCounts = take(next());
  const letters = sum(letterCounts);
  const rows = take(letters);
  const zones = Array.from({ length: zoneCount }, () => take(letters));
  const tokens = new TextDecoder().decode(body.subarray(at())).split('\n');
  const postings = new Map<string, ZonePosting>();
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const to = from + (letterCounts[index] ?? 0);
    if (from < to) rows[from] = letterCount - 1 - (rows[from] ?? 0);
    for (let letter = from + 1; letter < to; letter += 1)
      rows[letter] = (rows[letter] ?? 0) + (rows[letter - 1] ?? 0);
    postings.set(token, {
      rows: rows.subarray(from, to),
      zones: zones.map((counts) => counts.subarray(from, to)),
    });
    from = to;
  }
  return { of: (token) => postings.get(token), size: 4 * (1 + zoneCount) * letters + 100 * tokens.length };
}
