import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../build/digest.ts';

/** A preview's edition is named by a digest; the note beside it has the path of the content folder that it is of. */
const named = /^[0-9a-f]{32}$/;
const noteOf = (name: string) => `${name}.content`;

/**
 * Names the folder of a preview's edition, and removes the editions of content folders that are gone.
 *
 * @param cache Folder of the program's caches.
 * @param content Absolute path of the content folder.
 */
export async function openPreviewFolder(cache: string, content: string): Promise<string> {
  const folder = join(cache, 'dev');
  const own = digest(content);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, noteOf(own)), content);
  const entries = await readdir(folder);
  for (const name of new Set(entries.map((entry) => entry.replace(/\.content$/, '')))) {
    if (!named.test(name) || name === own) continue;
    const note = join(folder, noteOf(name));
    const of = await readFile(note, 'utf8').catch(() => undefined);
    if (of !== undefined && existsSync(of)) continue;
    // The note goes last: without it nobody would know of a folder that could not be removed.
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 20 });
    await rm(note, { force: true });
  }
  return join(folder, own);
}
