import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateOf } from './catalogue-writer.ts';
import { indexForm, type ShardEntry } from '../form/edition-index.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { buildShardFiles, type ChunkSizes, type IndexFile } from './shard-files.ts';
import { cacheKey, storeShard, loadShard } from './shard-cache.ts';

/** A shard to be written, as plain data that can be sent to a child process. */
export interface ShardTask extends ChunkSizes {
  /** Folder `search/` of the edition. */
  out: string;
  /** Newest first. */
  letters: IndexedLetter[];
  /** Folder in which shards are cached for the next build. */
  cache?: string;
}

/** What was written. */
export interface WrittenShard {
  entry: ShardEntry;
  files: number;
  bytes: number;
}

/** Indexes a shard into its folder below `search/`, and caches it for the next build. */
export async function writeShard(task: ShardTask): Promise<WrittenShard> {
  const { letters, cache } = task;
  const folder = shardFolderName(task);
  const files = [...buildShardFiles(folder, letters, task)];
  if (cache !== undefined) await storeShard(cache, await cacheKey(folder), files);
  return writeFiles(task, files);
}

/**
 * Writes a shard from the cache, if it is there and undamaged.
 *
 * @param onDamage Called if it is damaged.
 */
export async function reuseShard(task: ShardTask, onDamage?: () => void): Promise<WrittenShard | undefined> {
  if (task.cache === undefined) return undefined;
  const files = await loadShard(task.cache, await cacheKey(shardFolderName(task)));
  if (files === 'damaged') onDamage?.();
  return files === 'damaged' || files === undefined ? undefined : writeFiles(task, files);
}

/** Writes the files of a shard, all or none. */
async function writeFiles(task: ShardTask, files: readonly IndexFile[]): Promise<WrittenShard> {
  const folder = shardFolderName(task);
  const aside = join(task.out, `${folder}.partial`);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  let bytes = 0;
  for (const { path, contents } of files) {
    await writeFile(join(aside, path.slice(folder.length + 1)), contents);
    bytes += contents.length;
  }
  await rename(aside, join(task.out, folder));
  const dates = task.letters.map(dateOf).filter((date) => date !== '');
  return {
    entry: { folder, letters: task.letters.length, from: dates.at(-1) ?? '', to: dates[0] ?? '' },
    files: files.length,
    bytes,
  };
}

/** Names a shard's folder by a hash of its letters and of the index format. */
export function shardFolderName({ letters, chunkSize, zonesFrom }: ShardTask): string {
  const hash = createHash('sha256').update(`${indexForm} ${chunkSize} ${zonesFrom}`);
  for (const { id, frontmatter, body } of letters) hash.update(JSON.stringify([id, frontmatter, body]));
  return hash.digest('hex').slice(0, 12);
}
