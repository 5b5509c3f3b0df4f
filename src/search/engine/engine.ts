import type { LoadFile } from '../form/data-file.ts';
import type { IndexEntry } from '../form/edition-index.ts';
import { createExcerpt } from './excerpt.ts';
import { createIndexFiles } from './index-files.ts';
import { createLetterCatalogue } from './letter-catalogue.ts';
import { phrasesToMark } from '../query/matches.ts';
import { searchEdition, type FoundLetters } from './edition-search.ts';
import type { ListedLetter } from '../../data/lists/letter-columns.ts';
import type { Caption, LetterExcerpt, SearchAnswer } from './search-answer.ts';
import type { SearchRequest } from '../query/search-request.ts';
import { createShardReader } from './shard-reader.ts';

/**
 * Searches the index of one edition. It knows no page and no document: it runs in a worker and in Node.
 * Work whose signal is aborted stops at its next turn and rejects with the signal's reason.
 */
export interface Engine {
  /**
   * Finds all letters that satisfy a request.
   *
   * @param options.onProgress Receives partial results as the shards answer, newest first.
   */
  search: (request: SearchRequest, options?: SearchOptions) => Promise<SearchAnswer>;
  /** What is shown of some letters that were found with this text; in the order of the ids. */
  excerpts: (text: string, ids: readonly string[], signal?: AbortSignal) => Promise<LetterExcerpt[]>;
  /** What names these letters; in the order of the ids. */
  captions: (ids: readonly string[]) => Promise<Caption[]>;
  /** What a list of these letters says of each; in the order of the ids. */
  list: (ids: readonly string[], signal?: AbortSignal) => Promise<ListedLetter[]>;
  /** Letters whose title, 案由 or number contains what was typed so far. */
  suggest: (text: string, limit: number, signal?: AbortSignal) => Promise<Caption[]>;
}

export interface SearchOptions {
  onProgress?: (answer: SearchAnswer) => void;
  signal?: AbortSignal;
}

/**
 * @param load Loads the bytes of a file of the index.
 * @param files Reads and caches those files.
 * @param today The visitor's day, `yyyy-mm-dd`, if it is not that of the machine.
 * @throws RangeError (the promises of `excerpts`, `captions` and `list`) for an id that the edition does not have.
 */
export function createEngine(
  entry: IndexEntry,
  load: LoadFile,
  files = createIndexFiles(load),
  today?: string,
): Engine {
  const shards = entry.shards.map((shard) => ({ ...shard, reader: createShardReader(shard, files, today) }));
  const letters = createLetterCatalogue(shards);
  const textOf = async (id: string) => {
    const { reader, row } = await letters.find(id);
    return reader.text(row);
  };
  return {
    async search(request, { onProgress, signal } = {}) {
      const { from, count, read } = request.shown ?? { from: 0, count: 0, read: 0 };
      const named = async (found: FoundLetters): Promise<SearchAnswer> => {
        const { similar, ...answer } = found;
        const shown = found.ids.slice(from, from + count);
        // A text that cannot be read is reported when its excerpt is asked for.
        for (const id of shown.slice(0, read)) textOf(id).catch(() => undefined);
        return {
          ...answer,
          captions: await letters.captions(shown),
          ...(similar && { similar: { text: similar.text, captions: await letters.captions(similar.ids) } }),
        };
      };
      const report = async (found: FoundLetters) => {
        // If captions cannot be read, the complete answer fails; a partial one is skipped.
        const answer = await named(found).catch(() => undefined);
        if (answer === undefined) return;
        onProgress?.(answer);
        await Promise.allSettled(answer.captions.slice(0, read).map(({ id }) => textOf(id)));
      };
      return named(
        await searchEdition({ entry, shards, load, files }, request, { onProgress: report, signal }),
      );
    },
    async excerpts(text, ids, signal) {
      const phrases = phrasesToMark(text);
      return Promise.all(
        ids.map(async (id) => {
          const { reader, row } = await letters.find(id);
          const [letter, { dates }] = await Promise.all([reader.text(row), reader.head()]);
          signal?.throwIfAborted();
          const header = Object.fromEntries(letter.header.map(({ label, text: value }) => [label, value]));
          return { id, date: dates[row] ?? '', header, ...createExcerpt(letter, phrases) };
        }),
      );
    },
    captions: letters.captions,
    list: letters.list,
    suggest: letters.suggest,
  };
}
