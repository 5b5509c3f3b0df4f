import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { blobSource } from '../../src/archive/zip/byte-source.ts';
import { findEntryBytes, readZipDirectory } from '../../src/archive/zip/zip-directory.ts';
import { archivesFolder, editionFolder } from './edition.fixture.ts';

/** Copies of the edition, as on a visitor's disk, to damage and check. */
export interface Copies {
  /** Copies the edition. @returns Its folder. */
  folder: () => Promise<string>;
  /** Writes a zip. @returns Its path. */
  zip: (bytes: Uint8Array) => Promise<string>;
  /** The zip that the website offers. */
  offered: () => Promise<Buffer>;
  /** The same, made anew by a program that is not ours, with other files. @param change Gets them by their names in it. */
  rezip: (change: (files: Record<string, Uint8Array>) => void) => Promise<Buffer>;
  remove: () => Promise<void>;
}

export async function createCopies(): Promise<Copies> {
  const place = await mkdtemp(join(tmpdir(), 'dafu-copy-'));
  const offered = () =>
    readFile(join(archivesFolder, readdirSync(archivesFolder).find((name) => name.endsWith('.zip')) ?? ''));
  return {
    async folder() {
      const copy = join(place, '答复 副本');
      await cp(editionFolder, copy, { recursive: true });
      return copy;
    },
    async zip(bytes) {
      const path = join(place, '副本.zip');
      await writeFile(path, bytes);
      return path;
    },
    offered,
    async rezip(change) {
      const files = unzipSync(await offered());
      change(files);
      return Buffer.from(zipSync(files, { level: 1 }));
    },
    remove: () => rm(place, { recursive: true, force: true }),
  };
}

/** Flips a bit in the packed bytes of a file of a zip. @param path Below the folder that all files are in. */
export async function flipPackedBit(zip: Uint8Array, path: string): Promise<void> {
  const source = blobSource(new Blob([new Uint8Array(zip)]));
  const { entries, isOurs } = await readZipDirectory(source);
  const entry = entries.find(({ name }) => name.slice(name.indexOf('/') + 1) === path);
  if (!entry) throw new Error(`no ${path} in the zip`);
  const at = (await findEntryBytes(source, entry, isOurs)) + Math.floor(entry.packed / 2);
  zip[at] = (zip[at] ?? 0) ^ 1;
}

/** The folder that all files of a zip are in. */
export function baseOf(files: Readonly<Record<string, unknown>>): string {
  return dirname(Object.keys(files).find((name) => name.endsWith('/bagit.txt')) ?? '');
}
