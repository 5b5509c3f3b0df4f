import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the program consists of, besides its packages, whose versions the lock file states. */
const folders = ['src', 'public'];
const files = ['package.json', 'package-lock.json', 'astro.config.mjs'];

/**
 * A digest of the program: its sources, the versions of its packages and of Node. Whatever an earlier version
 * of the program made is made again.
 *
 * @param root The project's root.
 */
export async function digestProgram(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const path of [...files, ...(await listSources(root))]) {
    // An archive of its own has no lock file of the program.
    const contents = await readFile(join(root, path)).catch(() => undefined);
    hash.update(`\0${path}\0${contents?.length ?? 'absent'}\0`).update(contents ?? '');
  }
  return hash.digest('hex').slice(0, 32);
}

async function listSources(root: string): Promise<string[]> {
  const entries = await Promise.all(
    folders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  return entries
    .flat()
    .filter((entry) => entry.isFile() && !/\.(?:test|fixture|fuzz)\.\w+$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length)
        .replace(/^[/\\]/, '')
        .replaceAll('\\', '/'),
    )
    .sort();
}
