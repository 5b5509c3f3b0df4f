import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readLock } from './code-files.ts';
import { codeFolder, programRoot } from './program-folder.ts';

/** What the program consists of, besides its packages, whose versions the lock file states. */
const folders = [basename(codeFolder), 'public'];
const files = ['package.json', 'astro.config.mjs'];

/**
 * A digest of the program: its sources, the versions of its packages and of Node. Whatever an earlier version
 * of the program made is made again.
 */
export async function digestProgram(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  hash.update(await readLock());
  for (const path of [...files, ...(await listFiles())]) {
    // The package has its templates compiled, and no configuration of Astro.
    const contents = await readFile(join(programRoot, path)).catch(() => undefined);
    hash.update(`\0${path}\0${contents?.length ?? 'absent'}\0`).update(contents ?? '');
  }
  return hash.digest('hex').slice(0, 32);
}

async function listFiles(): Promise<string[]> {
  const entries = await Promise.all(
    folders.map((folder) =>
      readdir(join(programRoot, folder), { recursive: true, withFileTypes: true }).catch(() => []),
    ),
  );
  return entries
    .flat()
    .filter((entry) => entry.isFile() && !/\.(?:test|fixture|fuzz)\.\w+$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(programRoot.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.includes('/fixtures/'))
    .sort();
}
