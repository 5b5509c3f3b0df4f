import type { ChunkTable } from '../form/chunk-table.ts';
import type { Phrase } from '../text/tokens.ts';

/** A step towards the letters in which a phrase occurs: the tokens to look up first. */
export interface PlanStep {
  /** Offsets of these tokens in the phrase, ascending: all that is loaded by the end of the step. */
  offsets: number[];
  /** Approximate bytes still to be loaded before the matches are certain. */
  bytesLeft: number;
}

/**
 * So many bytes are loaded at once: saving them is not worth another round trip. At 10,000 letters one query
 * in eight needs two round trips, and none needs three.
 */
const atOnce = 96_000;

/** A larger chunk holds little but one token that occurs nearly everywhere. */
const usualChunk = 8192;

/**
 * The cost of requesting a file, in bytes: another file is worth it only if it saves as much. One takes 4 ms
 * on an older machine, in which 10 KB of positions are read.
 */
export const costOfFile = 10_000;

/**
 * Plans in which order the tokens of a phrase are looked up. Every token is a chunk to load, a frequent one a
 * large chunk. But not all tokens are needed, and the rare ones alone often leave so few candidates that their
 * texts can be read instead. Where they may, the cheapest two come first, with all others that are rare; then
 * enough to be certain. The plan depends on the phrase and the shard only, not on what happens to be cached:
 * so do the positions found, and with them the order of the results.
 *
 * @returns One step or two; nothing is left to load after the last.
 */
export function planPhrase(phrase: Phrase, table: Pick<ChunkTable, 'chunkOf' | 'sizeOf'>): PlanStep[] {
  const chunks = phrase.map((tokens) => [...new Set(tokens.map((token) => table.chunkOf(token)))]);
  const bytesOf = (some: Iterable<number>) =>
    [...new Set(some)].reduce((sum, chunk) => sum + table.sizeOf(chunk), 0);
  const chunksAt = (offsets: readonly number[]) => offsets.flatMap((offset) => chunks[offset] ?? []);
  const sizes = chunks.map(bytesOf);
  const needed = cheapestCover(sizes);
  const step = (offsets: readonly number[]): PlanStep => {
    const loaded = new Set(chunksAt(offsets));
    return {
      offsets: [...new Set(offsets)].sort((a, b) => a - b),
      bytesLeft: bytesOf(chunksAt(needed).filter((chunk) => !loaded.has(chunk))),
    };
  };
  if (bytesOf(chunksAt(needed)) <= atOnce) return [step(needed)];
  const isRare = (offset: number) => (sizes[offset] ?? 0) <= usualChunk;
  const first = cheapestPair(phrase, (offsets) => bytesOf(chunksAt(offsets)));
  // A frequent token cannot narrow the candidates.
  if (!first.some(isRare)) return [step(needed)];
  const rare = step([...first, ...needed.filter(isRare)]);
  return rare.bytesLeft > 0 ? [rare, step([...rare.offsets, ...needed])] : [rare];
}

/** The cheapest offsets of a phrase to load that are at most two apart and include the first and the last. */
function cheapestCover(sizes: readonly number[]): number[] {
  const costs: number[] = [];
  const before: number[] = [];
  for (const [offset, size] of sizes.entries()) {
    const [near, far] = [costs[offset - 1] ?? 0, costs[offset - 2] ?? Infinity];
    costs.push(size + costOfFile + Math.min(near, far));
    before.push(far <= near ? offset - 2 : offset - 1);
  }
  const cover: number[] = [];
  for (let offset = sizes.length - 1; offset >= 0; offset = before[offset] ?? -1) cover.unshift(offset);
  return cover;
}

/**
 * The cheapest two offsets to load that are at most two apart, or the cheaper of a phrase of two. Of equally
 * cheap ones those with the most letters, as numbers have, then those that cover more units, then those in the
 * middle, which reach from one word into the next.
 */
function cheapestPair(phrase: Phrase, bytes: (offsets: number[]) => number): number[] {
  const distances = phrase.length > 2 ? [1, 2] : [0];
  const pairs = distances.flatMap((distance) =>
    Array.from({ length: phrase.length - distance }, (_, from) => {
      const offsets = distance === 0 ? [from] : [from, from + distance];
      return {
        offsets,
        bytes: bytes(offsets),
        letters: offsets.map((offset) => phrase[offset]?.[0] ?? '').join('').length,
        distance,
        away: Math.abs(from + (distance + 1 - phrase.length) / 2),
      };
    }),
  );
  pairs.sort(
    (a, b) => a.bytes - b.bytes || b.letters - a.letters || b.distance - a.distance || a.away - b.away,
  );
  return pairs[0]?.offsets ?? [];
}
