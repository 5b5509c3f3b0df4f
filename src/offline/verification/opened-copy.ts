import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { bagDeclaration, type Algorithm } from '../../archive/bag/bag.ts';
import { listFolder } from '../folder-files.ts';
import { openZipFile } from '../zip-file.ts';
import { hashFolder, hashZip, type HashedFiles, type OnHashed } from './hashed-files.ts';

/** A copy of an edition on disk, a folder or a zip, before its files are read. */
export interface OpenedCopy {
  form: 'folder' | 'zip';
  /** Its folder, or the zip. */
  root: string;
  /** Size of every file by path from the top of the copy, in bytes. */
  files: ReadonlyMap<string, number>;
  /** Paths of what is no file: links, pipes, devices. */
  others: string[];
  /** Reads a file as text. @throws Error in Chinese when it cannot be read. */
  readText: (path: string) => Promise<string>;
  /** Reads a file piece by piece. */
  readStream: (path: string) => Promise<Readable>;
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
  return openZip(path, showName);
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
    root: folder,
    files: new Map(files.map((file) => [file.path, file.size])),
    others,
    readText: (name) =>
      readFile(join(folder, name), 'utf8').catch((error: unknown) => {
        throw new Error(`${name} 读不出来。`, { cause: error });
      }),
    readStream: (name) => Promise.resolve(createReadStream(join(folder, name))),
    hash: (algorithms, onHashed) => hashFolder(folder, files, algorithms, onHashed),
    close: () => Promise.resolve(),
  };
}

async function openZip(path: string, showName: (name: string) => string): Promise<OpenedCopy> {
  const zip = await openZipFile(path, showName);
  return {
    form: 'zip',
    root: path,
    files: new Map([...zip.entries].map(([name, { size }]) => [name, size])),
    others: [],
    readText: zip.readText,
    readStream: zip.readStream,
    hash: (algorithms, onHashed) => hashZip(zip, algorithms, onHashed),
    close: zip.close,
  };
}
