import { fork } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pLimit, { type LimitFunction } from 'p-limit';
import { indexForm, type IndexEntry } from '../form/edition-index.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { writeNumberTable } from './number-table-writer.ts';
import { splitEvenly, sortNewestFirst, planShards } from './shard-plan.ts';
import { writeCall } from './data-file-writer.ts';
import { cacheKey, pruneShards } from './shard-cache.ts';
import type { ProcessAnswer, ProcessTask } from './shard-process.ts';
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

/** Letters in a part at most: Pagefind needs about 4 GB for them. */
const defaultPartSize = 2500;

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
  /** Letters at most that Pagefind indexes at once: it holds memory for each until all are done. */
  partSize?: number;
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
  {
    onProgress,
    shardSize,
    partSize = defaultPartSize,
    zonesFrom = defaultZonesFrom,
    cache,
    onDamage,
  }: IndexOptions = {},
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
  const limit = pLimit(concurrencyFor(letters.length, partSize));
  const shards = await Promise.all(
    tasks.map(async (task) => {
      const written =
        (await limit(() => reuseShard(task, onDamage))) ?? (await buildShard(task, partSize, limit));
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

/** Has a shard indexed part by part, then written. */
async function buildShard(task: ShardTask, partSize: number, inLane: LimitFunction): Promise<WrittenShard> {
  const scratch = join(task.out, `${shardFolderName(task)}.pagefind`);
  const perform = (message: ProcessTask) => inLane(() => performInProcess(message));
  const parts = splitEvenly(task.letters, partSize).map((letters, index) => ({
    letters,
    folder: join(scratch, String(index)),
  }));
  await Promise.all(parts.map((part) => perform({ kind: 'part', ...part })));
  const indexed = parts.map(({ letters, folder }) => ({ letters: letters.length, folder }));
  const written = await perform({ kind: 'shard', task, parts: indexed });
  await rm(scratch, { recursive: true, force: true });
  if (written === null) throw new Error('建立检索索引的进程没有答复');
  return written;
}

function performInProcess(message: ProcessTask): Promise<WrittenShard | null> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./shard-process.ts', import.meta.url)), {
      serialization: 'advanced',
    });
    child.once('message', (answer) => {
      const { written, failure } = answer as ProcessAnswer;
      if (failure === undefined) resolve(written ?? null);
      else reject(Object.assign(new Error(failure.message), failure));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`建立检索索引的进程中断（${code ?? signal ?? ''}）`));
    });
    child.send(message);
  });
}

/** Approximate memory that Pagefind takes for each letter that it indexes. */
const bytesPerLetter = 1.6e6;

/** How many parts are indexed at once: one per processor, as far as they fit into half of the memory. */
function concurrencyFor(letters: number, partSize: number): number {
  const part = Math.max(1, Math.min(letters, partSize));
  const fitting = Math.floor(totalmem() / 2 / (part * bytesPerLetter));
  return Math.max(1, Math.min(availableParallelism(), fitting));
}
