import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders of the code that reads and renders letters and pages. */
const readers = ['content-files', 'integrations', 'markdown', 'reply'];

/**
 * The folder that keeps rendered letters of a content folder between builds. Letters of one content folder
 * must not turn up in another's site, nor those that an older program rendered in a newer one's: Astro
 * compares its configuration, but not the code of the Markdown processor.
 *
 * @param root The project's root.
 * @param content Absolute path of the content folder.
 */
export async function pageCache(root: string, content: string): Promise<string> {
  const folder = join(root, '.cache', 'astro', digest([content]));
  const files = await Promise.all(readers.map((name) => sourcesIn(join(root, 'src', name))));
  const sources = [...files.flat(), join(root, 'src', 'content.config.ts'), join(root, 'package.json')];
  const current = digest(await Promise.all(sources.map((file) => readFile(file, 'utf8'))));
  for (const name of await readdir(folder).catch((): string[] => []))
    if (name !== current) await rm(join(folder, name), { recursive: true, force: true });
  return join(folder, current);
}

async function sourcesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 12);
}
