import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { sha256, type FileRecord } from './data-file-writer.ts';
import { updateIndex, type IndexOptions, type UpdatedIndex } from './index-update.ts';
import { DamagedFile, readPlaced } from './shard/file-placing.ts';
import type { SourceLetter } from './source-letter.ts';

export type { IndexedLetter } from '../text/indexed-letter.ts';
export type { IndexOptions } from './index-update.ts';

/** What was built. */
export interface IndexReport {
  letters: number;
  shards: number;
  files: number;
  /** Size of all files on the disk. */
  bytes: number;
}

/**
 * Builds the search index of an edition in `<outDir>/search/`. The same letters give the same bytes.
 *
 * @param letters The published ones, in any order.
 * @param outDir Root of the edition.
 * @param options.cache Folder in which the index is kept for the next build.
 */
export async function buildSearch(
  letters: readonly IndexedLetter[],
  outDir: string,
  { cache, ...options }: IndexOptions & { cache?: string } = {},
): Promise<IndexReport> {
  const out = join(outDir, 'search');
  const sources = letters.map(sourceOf);
  const index =
    cache === undefined
      ? await updateIndex(sources, out, undefined, undefined, options)
      : await buildUponCache(sources, out, cache, options);
  const files = [...index.written, ...index.kept];
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { letters: letters.length, shards: index.shards, files: files.length, bytes };
}

/** A letter that is in memory already. */
export function sourceOf({ id, frontmatter, body }: IndexedLetter): SourceLetter {
  return { id, hash: sha256(JSON.stringify([id, frontmatter, body])), frontmatter, body: () => body };
}

async function buildUponCache(
  letters: readonly SourceLetter[],
  out: string,
  cache: string,
  options: IndexOptions,
): Promise<UpdatedIndex> {
  const folder = join(cache, 'last');
  const state = join(cache, 'state');
  const index = await updateIndex(letters, out, state, { folder, state }, options);
  try {
    for (const file of index.kept) await place(join(out, file.path), readPlaced(folder, file));
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    options.onDamage?.();
    await rm(folder, { recursive: true, force: true });
    return buildUponCache(letters, out, cache, options);
  }
  if (index.kept.length === 0) await rm(folder, { recursive: true, force: true });
  for (const { path } of index.removed) await rm(join(folder, path), { force: true });
  for (const { path } of entryLast(index.written)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(join(out, path), join(folder, path));
  }
  return index;
}

/** The entry is of the new edition once all others are. */
function entryLast(files: readonly FileRecord[]): FileRecord[] {
  const isEntry = ({ path }: FileRecord) => path === 'entry.js';
  return [...files.filter((file) => !isEntry(file)), ...files.filter(isEntry)];
}

async function place(file: string, contents: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, contents);
}
