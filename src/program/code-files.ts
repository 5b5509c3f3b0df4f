import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeFolder, lockFile } from './program-folder.ts';

const extension = /\.(?:ts|js)$/;

/**
 * The files of the program's code in a folder, without tests and what belongs to them.
 *
 * @param folder Below `src`, with `/`.
 * @returns Paths below `src` with `/`, sorted.
 */
export async function listCode(folder: string): Promise<string[]> {
  const entries = await readdir(join(codeFolder, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => extension.test(name) && !/\.(?:test|fixture|fuzz)\.\w+$/.test(name))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(codeFolder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.includes('/fixtures/'))
    .sort();
}

/** Reads a file of the program's code. @param path Below `src`. */
export function readCode(path: string): Promise<string> {
  return readFile(join(codeFolder, path), 'utf8');
}

/** The versions of all packages that the program uses, as its lock file states them; '' where there is none. */
export async function readLock(): Promise<string> {
  const file = lockFile();
  return file === undefined ? '' : readFile(file, 'utf8');
}
