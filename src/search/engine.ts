import type { IndexEntry } from './edition-index.ts';
import { excerpt, type Excerpt } from './excerpt.ts';
import { markedPhrases } from './matches.ts';
import { providePagefindFiles, type LoadFile } from './pagefind-files.ts';
import { parseQuery, type Query } from './query.ts';
import { createShardReader, type ShardReader } from './shard-reader.ts';
import { searchShard } from './shard-search.ts';

/** A letter that was found. */
export interface Hit {
  /** `<year>/<id>` */
  id: string;
  date: string;
  score: number;
  shard: number;
  row: number;
}

/** All letters that satisfy a query, the best first. */
export interface Found {
  hits: Hit[];
  problems: string[];
}

/** What is shown of a letter that was found. */
export interface Result extends Excerpt {
  id: string;
  date: string;
  /** Header values, by label. */
  header: Record<string, string>;
}

/** Searches the index of one edition. It knows no page and no document: it runs in a worker and in Node. */
export interface Engine {
  /**
   * Finds all letters that satisfy a query.
   *
   * @param onProgress Told what is found so far, as the shards answer, newest first.
   */
  search: (text: string, onProgress?: (found: Found) => void) => Promise<Found>;
  /** What is shown of some letters that were found. */
  show: (text: string, hits: readonly Hit[]) => Promise<Result[]>;
}

export function createEngine(entry: IndexEntry, load: LoadFile): Engine {
  const shards = entry.shards.map(({ folder }) => createShardReader(folder, load));
  providePagefindFiles({
    load,
    wasm: entry.wasm,
    entry: async (wanted) => {
      const index = entry.shards.findIndex(({ folder }) => folder === wanted);
      return (await shards[index]?.head())?.entry ?? '';
    },
  });
  return {
    async search(text, onProgress) {
      const query = parseQuery(text);
      const { problems } = query;
      let hits: Hit[] = [];
      for (const [index, shard] of shards.entries()) {
        hits = byRank([...hits, ...(await hitsOf(shard, index, query))]);
        if (index < shards.length - 1) onProgress?.({ hits, problems });
      }
      return { hits, problems };
    },
    async show(text, hits) {
      const phrases = markedPhrases(text);
      return Promise.all(
        hits.map(async ({ id, date, shard, row }) => {
          const letter = await shards[shard]?.text(row);
          if (letter === undefined) throw new RangeError(`no shard ${shard}`);
          const header = Object.fromEntries(letter.header.map(({ label, text: value }) => [label, value]));
          return { id, date, header, ...excerpt(letter, phrases) };
        }),
      );
    },
  };
}

async function hitsOf(shard: ShardReader, index: number, query: Query): Promise<Hit[]> {
  const { ids, dates } = await shard.head();
  const rows = await searchShard(shard, query);
  return rows.map(({ row, score }) => ({
    id: ids[row] ?? '',
    date: dates[row] ?? '',
    score,
    shard: index,
    row,
  }));
}

/** Best first; newer first among equals. */
function byRank(hits: Hit[]): Hit[] {
  return hits.sort((a, b) => b.score - a.score || a.shard - b.shard || a.row - b.row);
}
