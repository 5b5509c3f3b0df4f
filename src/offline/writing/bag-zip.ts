import { join } from 'node:path';
import {
  algorithms,
  bagManifestName,
  describeBag,
  payloadFolder,
  writeBagManifest,
  type FileHashes,
} from '../../archive/bag/bag.ts';
import type { EditionInfo } from '../../archive/edition-info.ts';
import type { ListedFile } from '../folder-files.ts';
import { packBytes } from '../threads/pack-file.ts';
import { openThreads } from '../threads/thread-pool.ts';
import type { NewFile } from './new-file.ts';
import { packFiles } from './packing.ts';
import { startZip } from './zip-writer.ts';

/** An edition to be put into a zip. */
export interface EditionToPack {
  /** Absolute path of its folder. */
  folder: string;
  info: EditionInfo;
  /** Its files, sorted. */
  files: readonly ListedFile[];
  /** Name of the bag: the one folder in the zip. */
  name: string;
}

/**
 * Writes the bag of an edition as a zip. The same edition gives the same bytes on every machine.
 *
 * @param onProgress Receives the share that is done, 0–1.
 * @returns The hashes of the edition's files, by their paths in it.
 */
export async function writeBagZip(
  { folder, info, files, name }: EditionToPack,
  file: NewFile,
  onProgress: (share: number, done: number) => void,
): Promise<Map<string, FileHashes>> {
  const zip = startZip(file);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const tags = new Map<string, FileHashes>();
  const top = `${name}/`;
  const addTag = async (path: string, text: string) => {
    const { entry, hashes, parts } = packBytes(top + path, Buffer.from(text));
    tags.set(path, hashes);
    await zip.add([entry], parts);
  };
  const described = [...describeBag(info, { files: files.length, bytes })].map(
    ([path, text]) => [path, text] as const,
  );
  for (const [path, text] of described.filter(([path]) => path < payloadFolder)) await addTag(path, text);

  const payload = new Map<string, FileHashes>();
  const threads = openThreads(bytes);
  let done = 0;
  try {
    const prefix = top + payloadFolder;
    const packed = files.map(({ path, size }) => ({ file: join(folder, path), name: prefix + path, size }));
    await packFiles(packed, threads, zip, (some) => {
      for (const { entry, hashes } of some) {
        payload.set(entry.name.slice(prefix.length), hashes);
        done += entry.size;
      }
      onProgress(bytes === 0 ? 1 : done / bytes, payload.size);
    });
  } finally {
    await threads.close();
  }
  const listed = new Map([...payload].map(([path, hashes]) => [payloadFolder + path, hashes]));
  for (const algorithm of algorithms)
    await addTag(bagManifestName(algorithm), writeBagManifest(algorithm, listed));
  const later = described.filter(([path]) => path > payloadFolder);
  // All tag files are listed, those behind these two in the zip as well.
  const hashesOfLater = later.map(
    ([path, text]) => [path, packBytes(path, Buffer.from(text)).hashes] as const,
  );
  const allTags = new Map([...tags, ...hashesOfLater]);
  for (const algorithm of algorithms)
    await addTag(bagManifestName(algorithm, 'tags'), writeBagManifest(algorithm, allTags));
  for (const [path, text] of later) await addTag(path, text);
  await zip.finish();
  return payload;
}
