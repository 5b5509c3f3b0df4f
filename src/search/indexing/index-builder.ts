import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { indexForm, type IndexEntry } from '../form/edition-index.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { writeNumberTable } from './number-table-writer.ts';
import { sortNewestFirst, planShards } from './shard-plan.ts';
import { writeCall } from './data-file-writer.ts';
import { cacheKey, pruneShards } from './shard-cache.ts';
import type { ProcessAnswer } from './shard-process.ts';
import { reuseShard, shardFolderName, type ShardTask, type WrittenShard } from './shard-writer.ts';

export type { IndexedLetter } from '../text/indexed-letter.ts';

/** What was built. */
export interface IndexReport {
  letters: number;
  shards: number;
  files: number;
  /** Size of all files on the disk. */
  bytes: number;
}

/** 32 KB: at 10,000 letters some hundreds of chunks are larger, each of a word that occurs nearly everywhere. */
const defaultZonesFrom = 16;

/** How an index is built. */
export interface IndexOptions {
  /** Receives how many letters are indexed. */
  onProgress?: (progress: { done: number; total: number }) => void;
  /**
   * Approximate number of letters in a shard, which has at most a quarter more. Small shards are faster to index
   * again after an edit; with large ones a query loads less.
   */
  shardSize?: number;
  /** Size from which a chunk has a file of zones too, in steps of the chunk table. */
  zonesFrom?: number;
  /** Folder in which shards are cached for the next build. */
  cache?: string;
  /** Called for each damaged shard in the cache; it is indexed again. */
  onDamage?: () => void;
}

/**
 * Builds the search index of an edition in `<outDir>/search/`. The same letters give the same bytes.
 *
 * @param letters The published ones, in any order.
 * @param outDir Root of the edition.
 */
export async function buildSearch(
  letters: readonly IndexedLetter[],
  outDir: string,
  { onProgress, shardSize, zonesFrom = defaultZonesFrom, cache, onDamage }: IndexOptions = {},
): Promise<IndexReport> {
  const out = join(outDir, 'search');
  await mkdir(out, { recursive: true });
  const tasks = planShards(letters, shardSize).map((shard): ShardTask => ({
    out,
    letters: shard,
    chunkSize: chunkSizeFor(letters.length),
    zonesFrom,
    ...(cache === undefined ? {} : { cache }),
  }));
  let done = 0;
  const limit = pLimit(concurrencyFor(tasks));
  const shards = await Promise.all(
    tasks.map(async (task) => {
      const written = await limit(
        async () => (await reuseShard(task, onDamage)) ?? (await writeInProcess(task)),
      );
      done += task.letters.length;
      onProgress?.({ done, total: letters.length });
      return written;
    }),
  );
  if (cache !== undefined)
    await pruneShards(cache, await Promise.all(tasks.map((task) => cacheKey(shardFolderName(task)))));
  const numbers = writeNumberTable(sortNewestFirst(letters));
  const entry: IndexEntry = {
    form: indexForm,
    letters: letters.length,
    numbers: numbers.table,
    shards: shards.map((shard) => shard.entry),
  };
  await mkdir(join(out, numbers.table.folder), { recursive: true });
  for (const { name, contents } of numbers.files) await writeFile(join(out, `${name}.js`), contents);
  await writeFile(join(out, 'entry.js'), writeCall('entry', entry));
  return {
    letters: letters.length,
    shards: shards.length,
    files: shards.reduce((sum, { files }) => sum + files, 1 + numbers.files.length),
    bytes: shards.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/**
 * Token positions in a chunk. With fewer a query loads less, but there are more files and a longer table to load
 * first. At 5,000 letters 1,000 positions give 55 KB a query; 3,000 give 63 KB with 60 % fewer files.
 */
function chunkSizeFor(letters: number): number {
  return letters <= 20_000 ? 2000 : 6000;
}

/** Has a shard written by a process of its own, whose memory is free when it ends. */
function writeInProcess(task: ShardTask): Promise<WrittenShard> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./shard-process.ts', import.meta.url)), {
      serialization: 'advanced',
    });
    child.once('message', (answer) => {
      const { written, failure } = answer as ProcessAnswer;
      if (written) resolve(written);
      else reject(Object.assign(new Error(failure?.message ?? '建立检索索引的进程没有答复'), failure));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`建立检索索引的进程中断（${code ?? signal ?? ''}）`));
    });
    child.send(task);
  });
}

/** Approximate memory that a process takes for each letter of its shard. */
const bytesPerLetter = 2e5;

/** How many shards are written at once: one per processor, as far as they fit into half of the memory. */
function concurrencyFor(tasks: readonly ShardTask[]): number {
  const largest = Math.max(1, ...tasks.map(({ letters }) => letters.length));
  const fitting = Math.floor(totalmem() / 2 / (largest * bytesPerLetter));
  return Math.max(1, Math.min(availableParallelism(), fitting));
}
