import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { findCopyBase } from '../archive/verification/copy-base.ts';
import { openEntry, readEntryText } from '../archive/zip/entry-bytes.ts';
import { requirePlausibleSize } from '../archive/zip/plausible-size.ts';
import { findEntryBytes, readZipDirectory } from '../archive/zip/zip-directory.ts';
import type { PlacedEntry } from '../archive/zip/zip-entry.ts';
import { handleSource } from './file-source.ts';

/** A zip on disk, open for reading. */
export interface ZipFile {
  path: string;
  /** Its files by path from the top of the bag, if all of them are in one folder. */
  entries: ReadonlyMap<string, PlacedEntry>;
  /** Name of that folder, or nothing. */
  base: string;
  /** It is as we write one, to the bit of its headers. */
  isOurs: boolean;
  readText: (path: string) => Promise<string>;
  /** Reads a file into memory. @throws Error in Chinese when there is none or it is damaged. */
  readBytes: (path: string) => Promise<Uint8Array>;
  readStream: (path: string) => Promise<Readable>;
  /** The bytes of a file as they are in the zip. */
  packedBytes: (entry: PlacedEntry) => AsyncGenerator<Uint8Array>;
  close: () => Promise<void>;
}

/** What is read at once, in bytes. */
const range = 1 << 20;

/**
 * Opens a zip. Only its directory is read.
 *
 * @param showName Makes a name that anyone may have chosen printable.
 * @throws Error in Chinese when it is none, or not to be trusted.
 */
export async function openZipFile(path: string, showName: (name: string) => string): Promise<ZipFile> {
  const file = await open(path, 'r');
  try {
    const source = await handleSource(file);
    const { entries, isOurs } = await readZipDirectory(source, showName);
    requirePlausibleSize(entries, source.size);
    const base = findCopyBase(entries.map(({ name }) => name));
    const byPath = new Map(entries.map((entry) => [entry.name.slice(base.length), entry]));
    const get = (name: string) => {
      const entry = byPath.get(name);
      if (!entry) throw new Error(`zip 里没有 ${showName(name)}。`);
      return entry;
    };
    return {
      path,
      entries: byPath,
      base: base.slice(0, -1),
      isOurs,
      readText: async (name) => readEntryText(source, get(name), isOurs),
      readBytes: async (name) =>
        new Uint8Array(await new Response(await openEntry(source, get(name), isOurs)).arrayBuffer()),
      readStream: async (name) =>
        Readable.fromWeb((await openEntry(source, get(name), isOurs)) as NodeReadableStream),
      async *packedBytes(entry) {
        const from = await findEntryBytes(source, entry, isOurs);
        for (let at = 0; at < entry.packed; at += range)
          yield await source.read(from + at, Math.min(range, entry.packed - at));
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}
