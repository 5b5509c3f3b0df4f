import type { ByteSource } from './byte-source.ts';
import { findEntryBytes } from './zip-directory.ts';
import type { PlacedEntry } from './zip-entry.ts';

/** What is read at once, in bytes. */
const range = 1 << 20;

/**
 * Reads a file of a zip as a stream, in a browser or in Node. It ends with an error as soon as it is longer than the
 * directory says; the caller compares length and hash at its end.
 *
 * @param isOurs As the directory says.
 */
export async function openEntry(
  source: ByteSource,
  entry: PlacedEntry,
  isOurs: boolean,
): Promise<ReadableStream<Uint8Array>> {
  const from = await findEntryBytes(source, entry, isOurs);
  let at = 0;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (at >= entry.packed) {
        controller.close();
        return;
      }
      const length = Math.min(range, entry.packed - at);
      controller.enqueue(new Uint8Array(await source.read(from + at, length)));
      at += length;
    },
  });
  const bytes: ReadableStream<Uint8Array> =
    entry.method === 'stored' ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  let size = 0;
  return bytes.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.length;
        if (size > entry.size) throw new Error('zip 里的文件比所称的大');
        controller.enqueue(chunk);
      },
    }),
  );
}

/** A text in a zip may have this many bytes: the manifest of a million files. */
const longestText = 256 << 20;

/** Reads a text in UTF-8. @throws Error in Chinese when it is damaged or too long. */
export async function readEntryText(
  source: ByteSource,
  entry: PlacedEntry,
  isOurs: boolean,
): Promise<string> {
  if (entry.size > longestText) throw new Error(`${entry.name.slice(0, 80)} 过大，没有读。`);
  try {
    const reader = (await openEntry(source, entry, isOurs)).getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    throw new Error(`${entry.name.slice(0, 80)} 已损坏，读不出来。`, { cause: error });
  }
}
