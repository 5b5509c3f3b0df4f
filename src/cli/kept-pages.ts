import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readerVersion } from '../queue/reader-version.ts';
import type { KeptPages } from '../readers/scan/ocr-work.ts';
import { readSealed, writeSealed } from '../storage/sealed-file.ts';
import { removeAbandoned } from '../storage/temporary-name.ts';

/** How many pages are kept, some 60 KB each. Beyond them those that were recognised first are forgotten. */
const mostPages = 3000;

/**
 * The recognised pages in a folder of caches, which is opened on the first request. Each is a sealed file, named by a
 * digest of what it was read from, in a folder of the version of the readers. A cache that cannot be read or written costs time and nothing else.
 *
 * @param cache The folder of all caches.
 */
export function keptPages(cache: string): KeptPages {
  const all = join(cache, 'scanned-pages');
  let folder: Promise<string> | undefined;
  const open = async (): Promise<string> => {
    const version = await readerVersion();
    await tidy(all, version).catch(() => undefined);
    return join(all, version);
  };
  const pathOf = async (key: string) => join(await (folder ??= open()), key);
  return {
    async read(key) {
      const kept = await pathOf(key)
        .then(readSealed)
        .catch(() => undefined);
      return kept?.status === 'read' ? kept.bytes.toString() : undefined;
    },
    async keep(key, page) {
      await pathOf(key)
        .then((path) => writeSealed(path, page))
        .catch(() => undefined);
    },
  };
}

/** Removes the pages of other versions, what killed processes left, and the oldest beyond the limit. */
async function tidy(all: string, version: string): Promise<void> {
  const folder = join(all, version);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(all))
    if (name !== version) await rm(join(all, name), { recursive: true, force: true });
  await removeAbandoned(folder);
  const names = await readdir(folder);
  if (names.length <= mostPages) return;
  const pages = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const oldest = pages.sort((a, b) => a.time - b.time).slice(0, names.length - mostPages);
  for (const { name } of oldest) await rm(join(folder, name), { force: true });
}
