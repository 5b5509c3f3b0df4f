import { inflateText, type LoadFile } from '../form/data-file.ts';
import { unpackLetterText, type LetterText } from '../text/letter-text.ts';
import { readPostingChunk, type PostingChunk } from '../form/posting-chunk.ts';
import { readZoneChunk, type ZoneChunk } from '../form/zone-chunk.ts';
import { createLruCache } from './lru-cache.ts';

/** Reads files of the index by their names, and caches them. */
export interface IndexFiles {
  /** JSON, prepared by `finish`. Cached as long as the engine lives. */
  value: <T>(name: string, finish: (value: unknown) => T) => Promise<T>;
  /** A chunk of the index. Cached within a budget of memory. */
  chunk: (name: string) => Promise<PostingChunk>;
  /** The zones of a chunk, likewise. */
  zones: (name: string) => Promise<ZoneChunk>;
  /** The text of a letter, likewise. */
  text: (name: string) => Promise<LetterText>;
}

/** Bytes of memory: hundreds of files each. */
const budgets = { chunks: 48e6, zones: 16e6, texts: 16e6 };

export function createIndexFiles(load: LoadFile): IndexFiles {
  const values = new Map<string, Promise<unknown>>();
  const chunks = createLruCache<PostingChunk>(budgets.chunks, ({ size }) => size);
  const zones = createLruCache<ZoneChunk>(budgets.zones, ({ size }) => size);
  const texts = createLruCache<{ text: LetterText; size: number }>(budgets.texts, ({ size }) => size);
  return {
    value<T>(name: string, finish: (value: unknown) => T) {
      const known = values.get(name) as Promise<T> | undefined;
      if (known !== undefined) return known;
      const reading = load(name).then((bytes) => finish(JSON.parse(inflateText(bytes))));
      values.set(name, reading);
      // A file that could not be read is requested again next time.
      reading.catch(() => values.delete(name));
      return reading;
    },
    chunk: (name) => chunks.get(name, async () => readPostingChunk(await load(name))),
    zones: (name) => zones.get(name, async () => readZoneChunk(await load(name))),
    async text(name) {
      const { text } = await texts.get(name, async () => {
        const packed = inflateText(await load(name), 'utf-16le');
        return { text: unpackLetterText(packed), size: 4 * packed.length };
      });
      return text;
    },
  };
}
