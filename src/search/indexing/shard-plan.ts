import { dateOf } from './catalogue-writer.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';

/** Approximate letters in a shard. Small shards are faster to index again; large ones mean fewer files per query. */
const usualSize = 10_000;

/**
 * Distributes letters over shards, newest first: whole years, joined until there are `size` letters, and split if
 * there are over a quarter more. So an edited letter affects its own shard only.
 */
export function planShards<L extends Pick<IndexedLetter, 'id' | 'frontmatter'>>(
  letters: readonly L[],
  size = usualSize,
): L[][] {
  const largest = 1.25 * size;
  const years = Map.groupBy(sortNewestFirst(letters), (letter) => dateOf(letter).slice(0, 4));
  const shards: L[][] = [];
  let open: L[] = [];
  for (const year of years.values()) {
    if (open.length > 0 && open.length + year.length > largest) {
      shards.push(open);
      open = [];
    }
    open.push(...year);
    if (open.length < size) continue;
    shards.push(...splitEvenly(open, largest));
    open = [];
  }
  if (open.length > 0) shards.push(open);
  return shards;
}

/** Sorts letters in the order of rows: newest first, undated last. */
export function sortNewestFirst<L extends Pick<IndexedLetter, 'id' | 'frontmatter'>>(
  letters: readonly L[],
): L[] {
  const keyed = letters.map((letter) => ({ letter, date: dateOf(letter) }));
  keyed.sort((a, b) => (a.date === b.date ? (a.letter.id < b.letter.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  return keyed.map(({ letter }) => letter);
}

/** Splits letters into parts of about equal size, none above `largest`. */
function splitEvenly<L>(letters: readonly L[], largest: number): L[][] {
  const parts = Math.ceil(letters.length / largest);
  const each = Math.ceil(letters.length / parts);
  return Array.from({ length: parts }, (_, part) => letters.slice(part * each, (part + 1) * each));
}
