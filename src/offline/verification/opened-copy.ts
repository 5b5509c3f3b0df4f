import { open, readdir, readFile, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { bagDeclaration, payloadFolder, type Algorithm } from '../../archive/bag/bag.ts';
import { readEntryText } from '../../archive/zip/entry-bytes.ts';
import { readZipDirectory } from '../../archive/zip/zip-directory.ts';
import { handleSource } from '../file-source.ts';
import { listFolder } from '../folder-files.ts';
import { hashFolder, hashZip, type HashedFiles, type OnHashed } from './hashed-files.ts';

/** A copy of an edition on disk, a folder or a zip, before its files are read. */
export interface OpenedCopy {
  form: 'folder' | 'zip';
  /** Size of every file by path from the top of the copy, in bytes. */
  files: ReadonlyMap<string, number>;
  /** Paths of what is no file: links, pipes, devices. */
  others: string[];
  /** Reads a file as text. @throws Error in Chinese when it cannot be read. */
  readText: (path: string) => Promise<string>;
  hash: (algorithms: readonly Algorithm[], onHashed: OnHashed) => Promise<HashedFiles>;
  close: () => Promise<void>;
}

/**
 * Opens a copy. In a folder or zip that holds nothing but the folder of a bag, that folder is the copy.
 *
 * @throws Error in Chinese when there is none, or a zip is not to be trusted.
 */
export async function openCopy(path: string, showName: (name: string) => string): Promise<OpenedCopy> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return openFolder(path);
  if (!found?.isFile()) throw new Error(`没有 ${path}。`);
  const file = await open(path, 'r');
  return openZip(path, file, showName).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
}

async function openFolder(path: string): Promise<OpenedCopy> {
  const names = await readdir(path, { withFileTypes: true });
  const [only] = names;
  const inner = names.length === 1 && only?.isDirectory() === true ? join(path, only.name) : undefined;
  const isBag = (folder: string) =>
    stat(join(folder, bagDeclaration.name)).then(
      (found) => found.isFile(),
      () => false,
    );
  const folder = inner !== undefined && (await isBag(inner)) ? inner : path;
  const { files, others } = await listFolder(folder);
  return {
    form: 'folder',
    files: new Map(files.map((file) => [file.path, file.size])),
    others,
    readText: (name) =>
      readFile(join(folder, name), 'utf8').catch((error: unknown) => {
        throw new Error(`${name} 读不出来。`, { cause: error });
      }),
    hash: (algorithms, onHashed) => hashFolder(folder, files, algorithms, onHashed),
    close: () => Promise.resolve(),
  };
}

/** More than this much for each byte of the zip is made to exhaust the machine; an edition has some ten. */
const plausible = { ratio: 200, bytes: 1 << 30 };

async function openZip(
  path: string,
  file: FileHandle,
  showName: (name: string) => string,
): Promise<OpenedCopy> {
  const source = await handleSource(file);
  const { entries, isOurs } = await readZipDirectory(source, showName);
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes > plausible.bytes && bytes > plausible.ratio * source.size)
    throw new Error(`zip 声称解压后有 ${Math.round(bytes / 1e9)} GB，不合情理，没有读。`);
  const [first] = entries;
  const base = first === undefined ? '' : first.name.slice(0, first.name.indexOf('/') + 1);
  const isBased = base !== payloadFolder && entries.every(({ name }) => name.startsWith(base));
  const top = isBased ? base : '';
  const byPath = new Map(entries.map((entry) => [entry.name.slice(top.length), entry]));
  return {
    form: 'zip',
    files: new Map([...byPath].map(([name, { size }]) => [name, size])),
    others: [],
    async readText(name) {
      const entry = byPath.get(name);
      if (!entry) throw new Error(`zip 里没有 ${name}。`);
      return readEntryText(source, entry, isOurs);
    },
    hash: (algorithms, onHashed) => hashZip({ path, entries: byPath, isOurs }, algorithms, onHashed),
    close: () => file.close(),
  };
}
