import { createInstance, type PagefindInstance } from 'virtual:pagefind';
import type { ColumnName, Columns, ShardHead } from './catalogue.ts';
import { readChunkTable, type ChunkTable, type ReadChunkTable } from './chunk-table.ts';
import { unpack } from './data-file.ts';
import { shardFile } from './edition-index.ts';
import { shardFacets, type ShardFacets } from './facets.ts';
import { decodeText, type LetterText } from './letter-text.ts';
import { readDates } from './packed-dates.ts';
import { pagefindFailures, type LoadFile } from './pagefind-files.ts';
import { matchPhrase, type PhraseMatches } from './phrase-match.ts';

/** What a shard says first, ready for use. */
export interface ReadHead extends Omit<ShardHead, 'dates'> {
  /** `yyyy-mm-dd` */
  dates: string[];
  /** All facets, with those that follow from others. */
  shown: ShardFacets;
}

/** Reads one shard. */
export interface ShardReader {
  head: () => Promise<ReadHead>;
  table: () => Promise<ReadChunkTable>;
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
      // It opens the index and, as there is nothing to look for, loads no more of it.
      await whole(() => instance.preload(''));
      return instance;
    });
    opened.catch(() => (opened = undefined));
    return opened;
  };

  const table = () => read(shardFile.chunkTable(folder), (value) => readChunkTable(value as ChunkTable));
  const text = async (row: number) =>
    decodeText(await unpack(await load(shardFile.text(folder, row)), 'utf-16le'));

  return {
    head: () =>
      read(shardFile.head(folder), (value) => {
        const head = value as ShardHead;
        const dates = readDates(head.dates);
        return { ...head, dates, shown: shardFacets(dates, head.facets) };
      }),
    table,
    columns: <N extends ColumnName>(name: N) =>
      read(shardFile.columns(folder, name), (value) => value as Columns[N]),
    async match(phrase) {
      if (phrase.length === 0) return new Map();
      const [pagefind, chunks] = await Promise.all([open(), table()]);
      return whole(() => matchPhrase({ pagefind, chunks, text }, phrase));
    },
    text,
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Opens one index after the other: they share one WebAssembly, which the first must have before there is another. */
function inTurn<T>(open: () => Promise<T>): Promise<T> {
  const turn = last.catch(() => undefined).then(open);
  last = turn;
  return turn;
}
