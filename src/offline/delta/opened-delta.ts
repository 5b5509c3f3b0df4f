import {
  deltaFolders,
  deltaInfoName,
  parseDeltaInfo,
  type DeltaInfo,
} from '../../archive/delta/delta-info.ts';
import { applyPatch, patchedSize } from '../../archive/delta/patch.ts';
import type { PlacedEntry } from '../../archive/zip/zip-entry.ts';
import { openZipFile, type ZipFile } from '../zip-file.ts';

/** A delta, open for reading. */
export interface OpenedDelta extends DeltaInfo {
  zip: ZipFile;
  /** Files that are in it as a whole, by their paths in the edition. */
  whole: ReadonlyMap<string, PlacedEntry>;
  /** Paths in the edition of the files that it patches. */
  patched: ReadonlySet<string>;
  /** Size that a patched file will have, in bytes. */
  sizeOf: (path: string) => Promise<number>;
  /** Makes a patched file. @param before The older file. */
  patch: (path: string, before: Uint8Array) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** @throws Error in Chinese when it is no delta, or one of another version. */
export async function openDelta(path: string, showName: (name: string) => string): Promise<OpenedDelta> {
  const zip = await openZipFile(path, showName);
  try {
    if (!zip.entries.has(deltaInfoName)) throw new Error(`${path} 不是增量包。`);
    const info = parseDeltaInfo(await zip.readText(deltaInfoName));
    const whole = new Map<string, PlacedEntry>();
    const patched = new Set<string>();
    for (const [name, entry] of zip.entries)
      if (name.startsWith(deltaFolders.whole)) whole.set(name.slice(deltaFolders.whole.length), entry);
      else if (name.startsWith(deltaFolders.patch)) patched.add(name.slice(deltaFolders.patch.length));
      else if (name !== deltaInfoName) throw new Error(`增量包里有不该有的文件 ${showName(name)}。`);
    const patchOf = (name: string) => zip.readBytes(deltaFolders.patch + name);
    return {
      ...{ ...info, zip, whole, patched },
      sizeOf: async (name) => patchedSize(await patchOf(name)),
      patch: async (name, before) => applyPatch(before, await patchOf(name)),
      close: zip.close,
    };
  } catch (error) {
    await zip.close();
    throw error;
  }
}
