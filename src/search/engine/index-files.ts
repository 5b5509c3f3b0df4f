import { inflateText, loadStamped, type FileRequest, type LoadFile } from '../form/data-file.ts';
import { unpackLetterText, type LetterText } from '../text/letter-text.ts';
import { readPostingChunk, type PostingChunk } from '../form/posting-chunk.ts';
import { readZoneChunk, type ZoneChunk } from '../form/zone-chunk.ts';
import { createLruCache } from './lru-cache.ts';

/** Reads files of the index and caches them by their names. Every file's stamp is checked. */
export interface IndexFiles {
  /** JSON, prepared by `finish`. Cached as long as the engine lives. */
  value: <T>(file: FileRequest, finish: (value: unknown) => T) => Promise<T>;
  /** A chunk of a shard of so many letters. Cached within a budget of memory. */
  chunk: (file: FileRequest, letters: number) => Promise<PostingChunk>;
  /** The zones of a chunk, likewise. */
  zones: (file: FileRequest, letters: number) => Promise<ZoneChunk>;
  /** The text of a letter, likewise. */
  text: (file: FileRequest) => Promise<LetterText>;
}

/** Bytes of memory: hundreds of files each. */
const budgets = { chunks: 48e6, zones: 16e6, texts: 16e6 };

export function createIndexFiles(load: LoadFile): IndexFiles {
  const values = new Map<string, Promise<unknown>>();
  const chunks = createLruCache<PostingChunk>(budgets.chunks, ({ size }) => size);
  const zones = createLruCache<ZoneChunk>(budgets.zones, ({ size }) => size);
  const texts = createLruCache<{ text: LetterText; size: number }>(budgets.texts, ({ size }) => size);
  return {
    value<T>(file: FileRequest, finish: (value: unknown) => T) {
      const { name } = file;
      const known = values.get(name) as Promise<T> | undefined;
      if (known !== undefined) return known;
      const reading = loadStamped(load, file).then((bytes) => finish(JSON.parse(inflateText(bytes))));
      values.set(name, reading);
      // A file that could not be read is requested again next time.
      reading.catch(() => values.delete(name));
      return reading;
    },
    chunk: (file, letters) =>
      chunks.get(file.name, async () => readPostingChunk(await loadStamped(load, file), letters)),
    zones: (file, letters) =>
      zones.get(file.name, async () => readZoneChunk(await loadStamped(load, file), letters)),
    async text(file) {
      const { text } = await texts.get(`${file.name} ${file.part?.from}`, async () => {
        const packed = inflateText(await loadStamped(load, file), 'utf-16le');
        return { text: unpackLetterText(packed), size: 4 * packed.length };
      });
      return text;
    },
  };
}
