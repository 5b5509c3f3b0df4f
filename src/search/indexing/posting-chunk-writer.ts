import { writeLeb128 } from '../form/leb128.ts';
import type { ChunkSummary } from './chunk-table-writer.ts';
import { tokenStem } from '../text/tokens.ts';
import { deflate } from './data-file-writer.ts';
import { joinArrays } from './joined-arrays.ts';
import { encodeRows, type TokenPosting } from './token-posting.ts';

/** A chunk of the index, packed. */
export interface PackedChunk extends ChunkSummary {
  bytes: Uint8Array;
  postings: readonly TokenPosting[];
}

/**
 * Splits postings into chunks. A token that fills a chunk has one of its own, with its neighbours of the same stem,
 * which are looked up together: a search for a rare token must not load it.
 *
 * @param size Approximate number of positions in a chunk.
 */
export function* splitIntoChunks(postings: Iterable<TokenPosting>, size: number): Generator<PackedChunk> {
  let open: TokenPosting[] = [];
  let positions = 0;
  for (const family of groupByStem(postings)) {
    const own = family.reduce((sum, { steps }) => sum + steps.length, 0);
    if (open.length > 0 && positions + own > size) {
      yield pack(open);
      [open, positions] = [[], 0];
    }
    open.push(...family);
    positions += own;
  }
  if (open.length > 0) yield pack(open);
}

/** Groups neighbours of the same stem. */
function* groupByStem(postings: Iterable<TokenPosting>): Generator<TokenPosting[]> {
  let family: TokenPosting[] = [];
  for (const posting of postings) {
    const [before] = family;
    if (before !== undefined && tokenStem(before.token) !== tokenStem(posting.token)) {
      yield family;
      family = [];
    }
    family.push(posting);
  }
  if (family.length > 0) yield family;
}

function pack(postings: readonly TokenPosting[]): PackedChunk {
  const bytes = packPostingChunk(postings);
  const [first, last] = [postings[0], postings.at(-1)];
  return { first: first?.token ?? '', last: last?.token ?? '', size: bytes.length, bytes, postings };
}

/** Packs a chunk in the format of `posting-chunk.ts`. */
export function packPostingChunk(postings: readonly TokenPosting[]): Uint8Array {
  const steps = joinArrays(postings.map((posting) => posting.steps));
  const numbers = joinArrays([
    ...encodeRows(postings),
    ...postings.map(({ counts }) => counts),
    steps.map((step) => step >>> 8),
  ]);
  const tokens = postings.map(({ token }) => token).join('\n');
  const body = deflate(Buffer.concat([writeLeb128(numbers), Buffer.from(tokens)]));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  // Of each step the lower byte.
  return Buffer.concat([length, body, Uint8Array.from(steps)]);
}
