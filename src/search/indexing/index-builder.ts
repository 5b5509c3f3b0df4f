import { join } from 'node:path';
import { indexForm, type IndexEntry, type ShardEntry, type ShardPart } from '../form/edition-index.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { dateOf } from './catalogue-writer.ts';
import { makeValueFile, sha256, type FileRecord } from './data-file-writer.ts';
import { makeNumberTable } from './number-table-writer.ts';
import { writeIndexFile } from './shard/file-writing.ts';
import { writePostings, type ChunkSizes } from './shard/postings.ts';
import { makeShardParts } from './shard/shard-parts.ts';
import { createWorkerPool, inlinePool, type WorkerPool } from './shard/worker-pool.ts';
import { planShards, sortNewestFirst, type PlannedShard } from './shard-plan.ts';
import type { SourceLetter } from './source-letter.ts';

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
  { onProgress, shardSize, zonesFrom = defaultZonesFrom }: IndexOptions = {},
): Promise<IndexReport> {
  const out = join(outDir, 'search');
  const sources = letters.map((letter): SourceLetter => ({
    ...letter,
    hash: sha256(JSON.stringify(letter)),
    body: () => letter.body,
  }));
  const sizes = { chunkSize: chunkSizeFor(letters.length), zonesFrom };
  const shards: ShardEntry[] = [];
  const files: FileRecord[] = [];
  let done = 0;
  const pool = letters.length < fewLetters ? inlinePool : createWorkerPool();
  try {
    for (const shard of planShards(sources, shardSize)) {
      const written = await writeShard(shard, out, sizes, pool, (count) => {
        done += count;
        onProgress?.({ done, total: letters.length });
      });
      shards.push(written.entry);
      files.push(...written.files);
    }
  } finally {
    await pool.close();
  }
  const numbers = makeNumberTable(sortNewestFirst(sources));
  const entry: IndexEntry = { form: indexForm, letters: letters.length, numbers: numbers.table, shards };
  for (const file of [...numbers.files, makeValueFile('entry', entry)]) files.push(writeIndexFile(out, file));
  return {
    letters: letters.length,
    shards: shards.length,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
}

/** Fewer letters are indexed sooner than threads have started. */
const fewLetters = 200;

async function writeShard(
  { folder, letters }: PlannedShard<SourceLetter>,
  out: string,
  sizes: ChunkSizes,
  pool: WorkerPool,
  onLetters: (count: number) => void,
): Promise<{ entry: ShardEntry; files: FileRecord[] }> {
  const written = await writePostings(letters, { out, folder }, sizes, pool, onLetters);
  const parts = makeShardParts(folder, letters, written, sizes.zonesFrom);
  const dates = letters.map(dateOf).filter((date) => date !== '');
  return {
    entry: {
      ...{ folder, letters: letters.length, from: dates.at(-1) ?? '', to: dates[0] ?? '' },
      stamps: Object.fromEntries(parts.map(({ part, stamp }) => [part, stamp])) as Record<ShardPart, number>,
    },
    files: [
      ...written.blocks.map(({ file }) => file),
      ...written.chunks.flatMap((chunk) => chunk.files),
      ...parts.map((file) => writeIndexFile(out, file)),
    ],
  };
}

/**
 * Token positions in a chunk. With fewer a query loads less, but there are more files and a longer table to load
 * first. At 5,000 letters 1,000 positions give 55 KB a query; 3,000 give 63 KB with 60 % fewer files.
 */
function chunkSizeFor(letters: number): number {
  return letters <= 20_000 ? 2600 : 8000;
}
