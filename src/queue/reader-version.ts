import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folders of the code that turns received bytes into text. */
const folders = ['readers', 'reply'];

let known: Promise<string> | undefined;

/**
 * A hash of all code that reads received files, libraries included. Machines on which it is the same make the same
 * text of the same bytes.
 *
 * @returns 16 hexadecimal digits.
 */
export function readerVersion(): Promise<string> {
  return (known ??= hashSources());
}

async function hashSources(): Promise<string> {
  const sources = await Promise.all(folders.map((name) => listSources(join('src', name))));
  const hash = createHash('sha256');
  for (const file of [...sources.flat(), 'package-lock.json'])
    // As in git, whatever line ends the machine has.
    hash.update(`${file}\0${(await readFile(join(root, file), 'utf8')).replaceAll('\r', '')}\0`);
  return hash.digest('hex').slice(0, 16);
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /(?<!\.(?:test|fixture|fuzz))\.ts$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.includes('/fixtures/'))
    .sort();
}
