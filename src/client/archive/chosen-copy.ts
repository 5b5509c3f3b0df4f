import { findCopyBase } from '../../archive/verification/copy-base.ts';
import { blobSource } from '../../archive/zip/byte-source.ts';
import { openEntry } from '../../archive/zip/entry-bytes.ts';
import { requirePlausibleSize } from '../../archive/zip/plausible-size.ts';
import { readZipDirectory } from '../../archive/zip/zip-directory.ts';

/** A file of a chosen folder. */
interface ChosenFile {
  /** Path below the folder, with `/`. */
  path: string;
  file: Blob;
}

/** What a visitor chose to have checked. */
export type Chosen = { kind: 'folder'; files: readonly ChosenFile[] } | { kind: 'zip'; file: Blob };

/** A chosen copy, before its files are read. */
export interface ChosenCopy {
  /** Size of every file by its path from the top of the copy, in bytes. */
  sizes: ReadonlyMap<string, number>;
  /** Reads a file piece by piece. The stream fails when it is longer than its size says. */
  open: (path: string) => Promise<ReadableStream<Uint8Array>>;
}

/**
 * Opens a copy. Folders that zips and unpacking programs put around it do not count.
 *
 * @throws Error in Chinese when a zip is none, or not to be trusted: no byte of its files is read then.
 */
export async function openChosenCopy(chosen: Chosen): Promise<ChosenCopy> {
  if (chosen.kind === 'folder') {
    const base = findCopyBase(chosen.files.map(({ path }) => path));
    const files = new Map(chosen.files.map(({ path, file }) => [path.slice(base.length), file]));
    return {
      sizes: new Map([...files].map(([path, { size }]) => [path, size])),
      open: (path) => Promise.resolve((files.get(path) ?? new Blob()).stream()),
    };
  }
  const source = blobSource(chosen.file);
  const { entries, isOurs } = await readZipDirectory(source);
  requirePlausibleSize(entries, source.size);
  const base = findCopyBase(entries.map(({ name }) => name));
  const files = new Map(entries.map((entry) => [entry.name.slice(base.length), entry]));
  return {
    sizes: new Map([...files].map(([path, { size }]) => [path, size])),
    open: async (path) => {
      const entry = files.get(path);
      if (!entry) throw new Error(`没有 ${path.slice(0, 80)}`);
      return openEntry(source, entry, isOurs);
    },
  };
}
