import type { ReadChunkTable } from '../form/chunk-table.ts';
import type { Phrase } from '../text/tokens.ts';

/** A step on the way to the letters in which a phrase stands: places of it that are looked for first. */
export interface PlanStep {
  /** Which places of the phrase, ascending: all that is loaded by then. */
  places: number[];
  /** Bytes that are still to be loaded before it is certain where the phrase stands, about. */
  left: number;
}

/**
 * So many bytes are loaded at once: they are not worth another journey to the host and back. At 10,000
 * letters one query in eight needs two such journeys, and none needs three.
 */
const atOnce = 96_000;

/** A chunk that is larger holds little else than one token that stands nearly everywhere. */
const usualChunk = 8192;

/**
 * What asking for a file costs, in bytes: a file more is worth it only if it saves as much. One takes
 * 4 ms on an older machine, where 10 KB of places are read meanwhile.
 */
export const costOfFile = 10_000;

/**
 * In which order the places of a phrase are looked for. Every token is a chunk to load, and those of
 * frequent tokens are large; but not all are needed, and a rare part alone often leaves so few letters
 * that these can be read instead. Where it may, the two that are least to load come first, with all that
 * are not frequent; then enough to be certain. The plan hangs on the phrase and the shard only, not on
 * what happens to be loaded: so does what is known of the places, and with it the order of the results.
 *
 * @returns One step or two; nothing is left to load after the last.
 */
export function planPhrase(phrase: Phrase, table: Pick<ReadChunkTable, 'chunkOf' | 'sizeOf'>): PlanStep[] {
  const chunks = phrase.map((tokens) => [...new Set(tokens.map((token) => table.chunkOf(token)))]);
  const bytesOf = (some: Iterable<number>) =>
    [...new Set(some)].reduce((sum, chunk) => sum + table.sizeOf(chunk), 0);
  const loadedBy = (places: readonly number[]) => places.flatMap((place) => chunks[place] ?? []);
  const sizes = chunks.map(bytesOf);
  const needed = cheapestCover(sizes);
  const step = (places: readonly number[]): PlanStep => {
    const loaded = new Set(loadedBy(places));
    return {
      places: [...new Set(places)].sort((a, b) => a - b),
      left: bytesOf(loadedBy(needed).filter((chunk) => !loaded.has(chunk))),
    };
  };
  if (bytesOf(loadedBy(needed)) <= atOnce) return [step(needed)];
  const isRare = (place: number) => (sizes[place] ?? 0) <= usualChunk;
  const first = cheapestPair(phrase, (places) => bytesOf(loadedBy(places)));
  // What is frequent itself does not leave few letters.
  if (!first.some(isRare)) return [step(needed)];
  const few = step([...first, ...needed.filter(isRare)]);
  return few.left > 0 ? [few, step([...few.places, ...needed])] : [few];
}

/** Of the places of a phrase those that are least to load, at most two apart, with the first and the last. */
function cheapestCover(sizes: readonly number[]): number[] {
  const costs: number[] = [];
  const before: number[] = [];
  for (const [place, size] of sizes.entries()) {
    const [near, far] = [costs[place - 1] ?? 0, costs[place - 2] ?? Infinity];
    costs.push(size + costOfFile + Math.min(near, far));
    before.push(far <= near ? place - 2 : place - 1);
  }
  const cover: number[] = [];
  for (let place = sizes.length - 1; place >= 0; place = before[place] ?? -1) cover.unshift(place);
  return cover;
}

/**
 * Two places at most two apart that are least to load, or one of two; among equals those with most
 * letters, as numbers have, then those that tell of more units, then those in the middle, which reach
 * from one word into the next.
 */
function cheapestPair(phrase: Phrase, bytes: (places: number[]) => number): number[] {
  const distances = phrase.length > 2 ? [1, 2] : [0];
  const pairs = distances.flatMap((distance) =>
    Array.from({ length: phrase.length - distance }, (_, from) => {
      const places = distance === 0 ? [from] : [from, from + distance];
      return {
        places,
        bytes: bytes(places),
        letters: places.map((place) => phrase[place]?.[0] ?? '').join('').length,
        distance,
        away: Math.abs(from + (distance + 1 - phrase.length) / 2),
      };
    }),
  );
  pairs.sort(
    (a, b) => a.bytes - b.bytes || b.letters - a.letters || b.distance - a.distance || a.away - b.away,
  );
  return pairs[0]?.places ?? [];
}
