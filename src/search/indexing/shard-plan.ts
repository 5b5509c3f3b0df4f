import { dateOf, type CataloguedLetter } from './catalogue-writer.ts';

/** Approximate letters in a shard. Small shards are faster to index again; large ones mean fewer files per query. */
const usualSize = 10_000;

/** A shard of an edition. */
export interface PlannedShard<L> {
  /** Name of its folder: its oldest year. */
  folder: string;
  /** Newest first. */
  letters: L[];
}

/**
 * Distributes letters over shards: whole years from the oldest on, joined until there are `size` letters, and split
 * if there are over a quarter more. So an edited letter affects its own shard only, and new letters the newest.
 *
 * @returns Newest first.
 */
export function planShards<L extends CataloguedLetter>(
  letters: readonly L[],
  size = usualSize,
): PlannedShard<L>[] {
  const largest = 1.25 * size;
  const years = Map.groupBy(sortNewestFirst(letters).reverse(), (letter) => dateOf(letter).slice(0, 4));
  const shards: PlannedShard<L>[] = [];
  let open: L[] = [];
  const close = () => {
    const [oldest] = open;
    if (oldest === undefined) return;
    const year = dateOf(oldest).slice(0, 4);
    for (const [part, some] of splitEvenly(open, largest).entries())
      shards.unshift({ folder: `y${year}${part === 0 ? '' : `-${part + 1}`}`, letters: some.reverse() });
    open = [];
  };
  for (const year of years.values()) {
    if (open.length + year.length > largest) close();
    open.push(...year);
    if (open.length >= size) close();
  }
  close();
  return shards;
}

/** Sorts letters in the order of rows: newest first, undated last. */
export function sortNewestFirst<L extends CataloguedLetter>(letters: readonly L[]): L[] {
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
