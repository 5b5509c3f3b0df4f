import { letterDate } from './catalogue-writer.ts';
import type { IndexedLetter } from './indexed-letter.ts';

/** Neighbouring years are joined until a shard has this many letters. */
const usualSize = 2000;
/** A shard above this size is cut. */
const largestSize = 4000;

/**
 * Deals the letters out to shards, newest first: whole years, joined while they are small, cut while
 * they are large. An edited letter touches its own shard only.
 */
export function planShards<L extends Pick<IndexedLetter, 'id' | 'frontmatter'>>(
  letters: readonly L[],
): L[][] {
  const years = Map.groupBy(newestFirst(letters), (letter) => letterDate(letter).slice(0, 4));
  const shards: L[][] = [];
  let open: L[] = [];
  for (const year of years.values()) {
    if (open.length > 0 && open.length + year.length > largestSize) {
      shards.push(open);
      open = [];
    }
    open.push(...year);
    if (open.length < usualSize) continue;
    shards.push(...cut(open));
    open = [];
  }
  if (open.length > 0) shards.push(open);
  return shards;
}

/** Sorts letters as rows are: the newest first, undated ones last. */
export function newestFirst<L extends Pick<IndexedLetter, 'id' | 'frontmatter'>>(letters: readonly L[]): L[] {
  const keyed = letters.map((letter) => ({ letter, date: letterDate(letter) }));
  keyed.sort((a, b) => (a.date === b.date ? (a.letter.id < b.letter.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  return keyed.map(({ letter }) => letter);
}

function cut<L>(letters: readonly L[]): L[][] {
  const parts = Math.ceil(letters.length / largestSize);
  const size = Math.ceil(letters.length / parts);
  return Array.from({ length: parts }, (_, part) => letters.slice(part * size, (part + 1) * size));
}
