import { unpack, type LoadFile } from '../form/data-file.ts';
import { decodeText, type LetterText } from '../text/letter-text.ts';
import { readChunk, type PostingChunk } from '../form/posting-chunk.ts';
import { readZones, type ZoneChunk } from '../form/zone-chunk.ts';
import { createLruCache } from './lru-cache.ts';

/** Reads files of the index, by their names. What is asked for again is not loaded again. */
export interface IndexFiles {
  /** JSON, made ready for use by `finish`. It is kept as long as the engine. */
  value: <T>(name: string, finish: (value: unknown) => T) => Promise<T>;
  /** A chunk of the index. So many are kept as memory is to be spent on them. */
  chunk: (name: string) => Promise<PostingChunk>;
  /** The zones of a chunk, likewise. */
  zones: (name: string) => Promise<ZoneChunk>;
  /** The text of a letter, likewise. */
  text: (name: string) => Promise<LetterText>;
}

/** Bytes of memory for chunks, for their zones, and for texts: hundreds of each. */
const most = { chunks: 48e6, zones: 16e6, texts: 16e6 };

export function createIndexFiles(load: LoadFile): IndexFiles {
  const values = new Map<string, Promise<unknown>>();
  const chunks = createLruCache<PostingChunk>(most.chunks, ({ size }) => size);
  const zones = createLruCache<ZoneChunk>(most.zones, ({ size }) => size);
  const texts = createLruCache<{ text: LetterText; size: number }>(most.texts, ({ size }) => size);
  return {
    value<T>(name: string, finish: (value: unknown) => T) {
      const known = values.get(name) as Promise<T> | undefined;
      if (known !== undefined) return known;
      const reading = load(name).then((bytes) => finish(JSON.parse(unpack(bytes))));
      values.set(name, reading);
      // What could not be read is asked for again next time.
      reading.catch(() => values.delete(name));
      return reading;
    },
    chunk: (name) => chunks.get(name, async () => readChunk(await load(name))),
    zones: (name) => zones.get(name, async () => readZones(await load(name))),
    async text(name) {
      const { text } = await texts.get(name, async () => {
        const packed = unpack(await load(name), 'utf-16le');
        return { text: decodeText(packed), size: 4 * packed.length };
      });
      return text;
    },
  };
}
