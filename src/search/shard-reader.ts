import { createInstance, type PagefindInstance } from 'virtual:pagefind';
import type { ColumnName, Columns, ShardHead } from './catalogue.ts';
import { unpack } from './data-file.ts';
import { shardFile } from './edition-index.ts';
import { shardFacets, type ShardFacets } from './facets.ts';
import { decodeText, type LetterText } from './letter-text.ts';
import { pagefindFailures, type LoadFile } from './pagefind-files.ts';

/** Where a phrase stands in a shard: by row, the places where it begins that are known, ascending. */
export type PhraseMatches = Map<number, readonly number[]>;

/** Reads one shard. */
export interface ShardReader {
  head: () => Promise<ShardHead & { shown: ShardFacets }>;
  columns: <N extends ColumnName>(name: N) => Promise<Columns[N]>;
  /** Finds the letters in which these tokens stand one after the other. */
  match: (phrase: readonly string[]) => Promise<PhraseMatches>;
  text: (row: number) => Promise<LetterText>;
}

export function createShardReader(folder: string, load: LoadFile): ShardReader {
  const kept = new Map<string, Promise<unknown>>();
  let opened: Promise<PagefindInstance> | undefined;

  /** Reads a file once; one that could not be read is asked for again next time. */
  const read = <T>(name: string, finish: (value: unknown) => T): Promise<T> => {
    const known = kept.get(name) as Promise<T> | undefined;
    if (known) return known;
    const reading = load(name).then(async (bytes) => finish(JSON.parse(await unpack(bytes))));
    kept.set(name, reading);
    reading.catch(() => kept.delete(name));
    return reading;
  };
  /** Runs something of Pagefind's, which goes on without the files that it misses and says nothing. */
  const whole = async <T>(run: () => Promise<T>): Promise<T> => {
    const failed = pagefindFailures(folder);
    const done = await run();
    if (pagefindFailures(folder) > failed) throw new Error(`files of ${folder} are missing`);
    return done;
  };
  const open = (): Promise<PagefindInstance> => {
    opened ??= inTurn(async () => {
      const instance = createInstance({ basePath: `/${folder}/` });
      await whole(() => instance.preload('"0"'));
      return instance;
    });
    opened.catch(() => (opened = undefined));
    return opened;
  };

  return {
    head: () =>
      read(shardFile.head(folder), (value) => {
        const head = value as ShardHead;
        return { ...head, shown: shardFacets(head) };
      }),
    columns: <N extends ColumnName>(name: N) =>
      read(shardFile.columns(folder, name), (value) => value as Columns[N]),
    async match(phrase) {
      if (phrase.length === 0) return new Map();
      const instance = await open();
      return whole(async () => {
        // Each by itself: Pagefind looks for a chunk harder when a search would otherwise load none at
        // all, and a phrase of which it has loaded some chunks only is not found.
        if (phrase.length > 1) await Promise.all(phrase.map((token) => instance.preload(`"${token}"`)));
        const { results } = await instance.search(`"${phrase.join(' ')}"`);
        const matches = new Map(results.map(({ id, words }) => [Number(id), words.slice(0, 1)]));
        await addFurtherPlaces(instance, phrase, matches);
        return matches;
      });
    },
    async text(row) {
      return decodeText(await unpack(await load(shardFile.text(folder, row))));
    },
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Opens one index after the other: they share one WebAssembly, which the first must have before there is another. */
function inTurn<T>(open: () => Promise<T>): Promise<T> {
  const turn = last.catch(() => undefined).then(open);
  last = turn;
  return turn;
}

/**
 * An exact search gives only the first place in each letter. A search for one token that is not exact
 * gives them all, with those of tokens that begin with it: of most there are none. The middle token of
 * a phrase reaches from one word into the next and is rarely anywhere else.
 */
async function addFurtherPlaces(
  pagefind: PagefindInstance,
  phrase: readonly string[],
  matches: Map<number, number[]>,
): Promise<void> {
  const middle = Math.floor(phrase.length / 2);
  const token = phrase[middle] ?? '';
  const begunByOthers = Array.from(token).length === 1 || /\d$/.test(token);
  if (phrase.length > longestCounted || begunByOthers || matches.size === 0) return;
  const { results } = await pagefind.search(token);
  for (const { id, words } of results) {
    const places = matches.get(Number(id));
    const [first] = places ?? [];
    if (first === undefined) continue;
    for (const place of words.sort((a, b) => a - b)) if (place - middle > first) places?.push(place - middle);
  }
}

/** How often a longer phrase stands in a letter says little. */
const longestCounted = 6;
