import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { keepSealed, openSealed } from '../storage/sealed-folder.ts';
import { removeAbandoned } from '../storage/temporary-name.ts';

/** The rendered letters of a content folder, kept between builds. */
export interface RenderCache {
  /** Copies what an earlier build kept into a new folder, unless it is damaged. */
  open(folder: string): Promise<'opened' | 'damaged' | 'absent'>;
  /** Keeps the contents of a successful build's cache folder. */
  keep(folder: string): Promise<void>;
}

/** The folders of the code that reads and renders letters and pages. */
const sourceFolders = ['content-files', 'integrations', 'markdown', 'reply'];

/**
 * Opens the cache of one content folder and one version of the program: Astro invalidates its cache by
 * configuration, but not by the code of the Markdown processor or the folder of the content. Astro trusts its
 * cache, so it works on a copy whose hashes were verified.
 *
 * @param cache The folder of all caches.
 * @param root The project's root.
 * @param content Absolute path of the content folder.
 */
export async function openRenderCache(cache: string, root: string, content: string): Promise<RenderCache> {
  const kept = join(cache, 'astro', digest([content]), await hashSources(root));
  return {
    async open(folder) {
      await removeOthers(kept);
      return openSealed(kept, folder);
    },
    keep: (folder) => keepSealed(folder, kept),
  };
}

/** Removes what other versions of the program kept and what killed builds left. */
async function removeOthers(kept: string): Promise<void> {
  await removeAbandoned(dirname(kept), basename(kept));
  for (const name of await readdir(dirname(kept)).catch((): string[] => []))
    if (!name.startsWith(basename(kept)))
      await rm(join(dirname(kept), name), { recursive: true, force: true });
}

/** A hash of all code that affects a rendered letter. */
async function hashSources(root: string): Promise<string> {
  const files = await Promise.all(sourceFolders.map((name) => listSources(join(root, 'src', name))));
  const sources = [...files.flat(), join(root, 'src', 'content.config.ts'), join(root, 'package.json')];
  return digest(await Promise.all(sources.map((file) => readFile(file, 'utf8'))));
}

async function listSources(path: string): Promise<string[]> {
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
