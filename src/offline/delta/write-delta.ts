import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bagManifestName, payloadFolder, type FileHashes } from '../../archive/bag/bag.ts';
import {
  deltaFolders,
  deltaInfoName,
  formatDeltaInfo,
  type CopyIdentity,
} from '../../archive/delta/delta-info.ts';
import { largestPatched, makePatch } from '../../archive/delta/patch.ts';
import { manifestName, parseManifest } from '../../archive/manifest.ts';
import { sha256 } from '../../storage/file-hash.ts';
import { editionManifestNames } from '../edition-manifests.ts';
import { isIntact, verifyCopy } from '../verification/verify-copy.ts';
import type { ListedFile } from '../folder-files.ts';
import { packBytes, type FileToPack } from '../threads/pack-file.ts';
import { openThreads } from '../threads/thread-pool.ts';
import type { NewFile } from '../writing/new-file.ts';
import { packFiles } from '../writing/packing.ts';
import { startZip } from '../writing/zip-writer.ts';
import { openZipFile, type ZipFile } from '../zip-file.ts';

/** An older zip that a delta begins from. */
export interface DeltaBase extends ZipFile {
  identity: CopyIdentity;
  /** SHA-256 of the files of its edition, by their paths in it. */
  hashes: ReadonlyMap<string, string>;
}

/** The newer edition. */
interface DeltaTarget {
  /** Absolute path of its folder. */
  folder: string;
  files: readonly ListedFile[];
  hashes: ReadonlyMap<string, FileHashes>;
  identity: CopyIdentity;
}

/**
 * Opens the zip that a delta begins from, once all of its files are checked: a patch of a damaged file would fit no
 * other copy.
 *
 * @throws Error in Chinese when it is not intact, or not a zip of ours.
 */
export async function openDeltaBase(path: string, showName: (name: string) => string): Promise<DeltaBase> {
  const checked = await verifyCopy({ path, showName });
  if (!isIntact(checked) || checked.form !== 'zip' || checked.sha256 === undefined)
    throw new Error(`旧包 ${path} 不完整或不是 zip，没有做增量包。请用 dafu verify 核对。`);
  const zip = await openZipFile(path, showName);
  try {
    if (!zip.isOurs || checked.kind !== 'bag')
      throw new Error(`旧包 ${path} 不是 dafu archive 写的，没有做增量包。`);
    const all = parseManifest(await zip.readText(bagManifestName('sha256')));
    const hashes = new Map([...all].map(([name, hash]) => [name.slice(payloadFolder.length), hash]));
    const manifest = hashes.get(`${manifestName}.txt`) ?? '';
    return { ...zip, hashes, identity: { name: zip.base, sha256: checked.sha256, manifest } };
  } catch (error) {
    await zip.close();
    throw error;
  }
}

/**
 * Writes what makes the newer zip from the older one: patches of files that were changed, and new files. What follows
 * from the files, all manifests, is not in it.
 */
export async function writeDelta(base: DeltaBase, target: DeltaTarget, file: NewFile): Promise<void> {
  const own = new Set<string>(editionManifestNames);
  const changed = target.files.filter(
    ({ path }) => !own.has(path) && base.hashes.get(path) !== target.hashes.get(path)?.sha256,
  );
  const removed = [...base.hashes.keys()].filter((path) => !target.hashes.has(path)).sort();
  const zip = startZip(file);
  const info = formatDeltaInfo({ base: base.identity, target: target.identity, removed });
  const add = async (name: string, bytes: Uint8Array) => {
    const { entry, parts } = packBytes(name, bytes);
    await zip.add([entry], parts);
  };
  await add(deltaInfoName, Buffer.from(info));
  const whole: FileToPack[] = [];
  for (const one of changed) {
    const patch = await tryPatch(base, target.folder, one);
    if (patch) await add(deltaFolders.patch + one.path, patch);
    else
      whole.push({
        file: join(target.folder, one.path),
        name: deltaFolders.whole + one.path,
        size: one.size,
      });
  }
  const threads = openThreads(whole.reduce((sum, { size }) => sum + size, 0));
  try {
    await packFiles(whole, threads, zip, () => undefined);
  } finally {
    await threads.close();
  }
  await zip.finish();
}

/** @returns Nothing where there is no older file, or the patch would not be smaller than the file. */
async function tryPatch(
  base: DeltaBase,
  folder: string,
  { path, size }: ListedFile,
): Promise<Uint8Array | undefined> {
  const old = base.entries.get(payloadFolder + path);
  if (!old || Math.max(old.size, size) > largestPatched) return undefined;
  const before = await base.readBytes(payloadFolder + path);
  if (sha256(before) !== base.hashes.get(path)) throw new Error(`旧包 ${base.path} 在读的时候被改动了。`);
  const patch = makePatch(before, await readFile(join(folder, path)));
  return patch.length < size ? patch : undefined;
}
