import { join } from 'node:path';
import {
  algorithms,
  bagManifestLines,
  bagManifestName,
  describeBag,
  payloadFolder,
  type FileHashes,
} from '../../archive/bag/bag.ts';
import type { EditionInfo } from '../../archive/edition-info.ts';
import type { ListedFile } from '../folder-files.ts';
import type { FileToPack } from '../threads/pack-file.ts';
import { openThreads } from '../threads/thread-pool.ts';
import { addLines, hashLines } from './manifest-lines.ts';
import type { NewFile } from './new-file.ts';
import { packFiles } from './packing.ts';
import { startZip, type ZipWriter } from './zip-writer.ts';

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
 * @param onProgress Receives the share that is done, 0–1, and of how many files.
 * @returns The hashes of the edition's files, by their paths in it.
 */
export async function writeBagZip(
  { folder, info, files, name }: EditionToPack,
  file: NewFile,
  onProgress: (share: number, done: number) => void,
): Promise<ReadonlyMap<string, FileHashes>> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return writeBagAround(
    { name, info, payload: { files: files.length, bytes } },
    file,
    async (zip, prefix) => {
      const payload = new Map<string, FileHashes>();
      let done = 0;
      const threads = openThreads(bytes);
      try {
        await packFiles(toPack(folder, prefix, files), threads, zip, (some) => {
          for (const { hashes } of some) {
            // They come in their order. The paths of the list are taken: a second copy of each would take memory.
            const { path = '', size = 0 } = files[payload.size] ?? {};
            payload.set(path, hashes);
            done += size;
          }
          onProgress(bytes === 0 ? 1 : done / bytes, payload.size);
        });
      } finally {
        // Before the manifests are made: these need memory, too.
        await threads.close();
      }
      return payload;
    },
  );
}

function* toPack(folder: string, prefix: string, files: readonly ListedFile[]): Generator<FileToPack> {
  for (const { path, size } of files) yield { file: join(folder, path), name: prefix + path, size };
}

/** What a bag says of its edition before the edition is in it. */
interface BagOutline {
  /** Name of the bag: the one folder in the zip. */
  name: string;
  info: EditionInfo;
  payload: { files: number; bytes: number };
}

/**
 * Writes a bag as a zip around an edition.
 *
 * @param addPayload Adds the files of the edition, sorted, under a prefix; returns their hashes by their paths in it.
 */
export async function writeBagAround(
  { name, info, payload }: BagOutline,
  file: NewFile,
  addPayload: (zip: ZipWriter, prefix: string) => Promise<ReadonlyMap<string, FileHashes>>,
): Promise<ReadonlyMap<string, FileHashes>> {
  const zip = startZip(file);
  const add = async (path: string, lines: Iterable<string>) => {
    await addLines(zip, `${name}/${path}`, lines);
  };
  const described = describeBag(info, payload);
  for (const [path, text] of described) if (path < payloadFolder) await add(path, [text]);
  const hashes = await addPayload(zip, `${name}/${payloadFolder}`);
  for (const [path, lines] of listBag(described, hashes)) await add(path, lines);
  for (const [path, text] of described) if (path > payloadFolder) await add(path, [text]);
  await zip.finish();
  return hashes;
}

/**
 * Makes the manifests of a bag, as their lines, in the order of their names.
 *
 * @param described The other files at its top.
 * @param payload Hashes of the edition's files, by their paths in it.
 */
export function listBag(
  described: ReadonlyMap<string, string>,
  payload: ReadonlyMap<string, FileHashes>,
): Map<string, Iterable<string>> {
  const manifests = new Map(
    algorithms.map((algorithm) => [
      bagManifestName(algorithm),
      bagManifestLines(algorithm, payload, payloadFolder),
    ]),
  );
  const tags = new Map<string, FileHashes>();
  for (const [path, text] of described) tags.set(path, hashLines([text]));
  for (const [path, lines] of manifests) tags.set(path, hashLines(lines));
  for (const algorithm of algorithms)
    manifests.set(bagManifestName(algorithm, 'tags'), bagManifestLines(algorithm, tags));
  return manifests;
}
