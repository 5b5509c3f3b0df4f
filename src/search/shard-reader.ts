import { createInstance, type PagefindInstance } from 'virtual:pagefind';
import { unpack } from './data-file.ts';
import { shardFile, type ShardHead } from './edition-index.ts';
import { decodeText, type LetterText } from './letter-text.ts';
import { pagefindFailures, type LoadFile } from './pagefind-files.ts';

/** Where a phrase stands in a shard: by row, the places of its first token that are known, ascending. */
export type PhraseMatches = Map<number, readonly number[]>;

/** Reads one shard. */
export interface ShardReader {
  head: () => Promise<ShardHead>;
  /** Finds the letters in which these tokens stand one after the other. */
  match: (phrase: readonly string[]) => Promise<PhraseMatches>;
  text: (row: number) => Promise<LetterText>;
}

export function createShardReader(folder: string, load: LoadFile): ShardReader {
  let head: Promise<ShardHead> | undefined;
  let opened: { pagefind: PagefindInstance; rows: Map<string, number> } | undefined;

  const loadHead = () => {
    head ??= load(shardFile.head(folder)).then(async (bytes) => JSON.parse(await unpack(bytes)) as ShardHead);
    // A file that could not be read is asked for again next time.
    head.catch(() => (head = undefined));
    return head;
  };
  const open = async () => {
    const { pages } = await loadHead();
    opened ??= {
      pagefind: createInstance({ basePath: `/${folder}/` }),
      rows: new Map(pages.map((name, row) => [name, row])),
    };
    return opened;
  };

  return {
    head: loadHead,
    async match(phrase) {
      if (phrase.length === 0) return new Map();
      const { pagefind, rows } = await open();
      const failed = pagefindFailures(folder);
      // One by one: Pagefind looks for a chunk harder when a search would otherwise load none at all,
      // and a phrase of which it has loaded some chunks only is not found.
      if (phrase.length > 1) for (const token of phrase) await pagefind.preload(`"${token}"`);
      const { results } = await pagefind.search(`"${phrase.join(' ')}"`);
      if (pagefindFailures(folder) > failed) throw new Error(`files of ${folder} are missing`);
      return new Map(
        results.flatMap(({ id, words }) => {
          const row = rows.get(id);
          return row === undefined ? [] : [[row, phrase.length > 1 ? words.slice(0, 1) : words]];
        }),
      );
    },
    async text(row) {
      return decodeText(await unpack(await load(shardFile.text(folder, row))));
    },
  };
}
