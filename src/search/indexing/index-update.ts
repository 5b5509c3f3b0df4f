import { statSync } from 'node:fs';
import { join } from 'node:path';
import { indexForm, type IndexEntry, type ShardPart } from '../form/edition-index.ts';
import { dateOf } from './catalogue-writer.ts';
import { makeValueFile, type FileRecord } from './data-file-writer.ts';
import { readState, writeState, type IndexState } from './index-state.ts';
import { makeNumberTable } from './number-table-writer.ts';
import { programHash } from './program-hash.ts';
import { makeQueryTables, mapTables } from './query-table-writer.ts';
import { DamagedFile, placeFile, readPlaced, type Placing } from './shard/file-placing.ts';
import { writePostings, type ChunkSizes, type WrittenPostings } from './shard/postings.ts';
import { makeShardParts } from './shard/shard-parts.ts';
import { filesOf, haveSameMatter, toLetterStates, type ShardState } from './shard/shard-state.ts';
import { updatePostings } from './shard/shard-update.ts';
import { createWorkerPool, inlinePool, type WorkerPool } from './shard/worker-pool.ts';
import { planShards, sortNewestFirst, type PlannedShard } from './shard-plan.ts';
import type { SourceLetter } from './source-letter.ts';

/** How an index is built or updated. */
export interface IndexOptions {
  /** Receives how many letters are indexed. */
  onProgress?: (progress: { done: number; total: number }) => void;
  /**
   * Approximate number of letters in a shard, which has at most a quarter more. With small shards a query loads
   * more.
   */
  shardSize?: number;
  /** Approximate number of positions in a chunk; by the number of letters by default. */
  chunkSize?: number;
  /** Size from which a chunk has a file of zones too, in steps of the chunk table. */
  zonesFrom?: number;
  /** Groups of words that mean the same, to be offered where one of them finds nothing; none by default. */
  synonyms?: readonly (readonly string[])[];
  /** Called when files of the last edition are damaged and the index is built afresh. */
  onDamage?: () => void;
}

/** The last edition's index. */
export interface PreviousIndex {
  /** Its folder `search/`. */
  folder: string;
  /** The file in which its state was kept. */
  state: string;
}

/** The files of an index. */
export interface UpdatedIndex {
  shards: number;
  /** Written below the folder. */
  written: FileRecord[];
  /** Not written, because the last edition has them just so. */
  kept: FileRecord[];
  /** Of the last edition, and in this one no more. */
  removed: FileRecord[];
}

/** 32 KB: at 10,000 letters some hundreds of chunks are larger, each of a word that occurs nearly everywhere. */
const defaultZonesFrom = 16;

/** Fewer letters are indexed sooner than threads have started. */
const fewLetters = 200;

/**
 * Builds the index of an edition, from that of the last one where there is one: the files are byte for byte those
 * that would be written without it.
 *
 * @param letters The published ones, in any order. Bodies of letters that the last edition has are not read.
 * @param out Folder `search/` of the edition; files that stay the same are not written.
 * @param state File in which the state is kept for the next build.
 */
export async function updateIndex(
  letters: readonly SourceLetter[],
  out: string,
  state: string | undefined,
  previous: PreviousIndex | undefined,
  options: IndexOptions = {},
): Promise<UpdatedIndex> {
  const old = previous && (await openPrevious(previous, options.onDamage));
  let threads: WorkerPool | undefined;
  const pool = () => (letters.length < fewLetters ? inlinePool : (threads ??= createWorkerPool()));
  try {
    try {
      return await writeIndex(letters, out, state, old, options, pool);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      options.onDamage?.();
      return await writeIndex(letters, out, state, undefined, options, pool);
    }
  } finally {
    await threads?.close();
  }
}

/** An index whose state and files agree. */
interface OpenIndex extends IndexState {
  folder: string;
}

/** Opens the last edition's index; undefined if it is of no use. */
async function openPrevious(
  { folder, state }: PreviousIndex,
  onDamage?: () => void,
): Promise<OpenIndex | undefined> {
  const old = await readState(state);
  if (old === undefined) return undefined;
  if (old === 'damaged' || old.program !== (await programHash())) {
    if (old === 'damaged') onDamage?.();
    return undefined;
  }
  // The state may be of another edition.
  if (!isPlaced(folder, old.entry)) return undefined;
  const isWhole = allFiles(old).every(
    ({ path, size }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === size,
  );
  if (!isWhole) onDamage?.();
  return isWhole ? { ...old, folder } : undefined;
}

function isPlaced(folder: string, file: FileRecord): boolean {
  try {
    readPlaced(folder, file);
    return true;
  } catch {
    return false;
  }
}

function allFiles({ shards, numbers, tables, entry }: IndexState): FileRecord[] {
  const tableFiles = Object.values(tables).map(({ file }) => file);
  return [...shards.flatMap(filesOf), ...numbers.files, ...tableFiles, entry];
}

async function writeIndex(
  letters: readonly SourceLetter[],
  out: string,
  stateFile: string | undefined,
  old: OpenIndex | undefined,
  {
    onProgress,
    shardSize,
    chunkSize = chunkSizeFor(letters.length),
    zonesFrom = defaultZonesFrom,
    synonyms = [],
  }: IndexOptions,
  pool: () => WorkerPool,
): Promise<UpdatedIndex> {
  const known = new Map(old && allFiles(old).map(({ path, sha256: hash }) => [path, hash]));
  const placing = { out, known };
  let done = 0;
  const shards: ShardState[] = [];
  for (const shard of planShards(letters, shardSize)) {
    const before = old?.shards.find(({ entry }) => entry.folder === shard.folder);
    const state = await writeShard(
      shard,
      { chunkSize, zonesFrom },
      placing,
      old?.folder,
      before,
      pool,
      (count) => {
        onProgress?.({ done: done + count, total: letters.length });
      },
    );
    done += shard.letters.length;
    onProgress?.({ done, total: letters.length });
    shards.push(state);
  }
  const isSameMatter =
    old?.shards.length === shards.length &&
    shards.every((shard, index) => haveSameMatter(old.shards[index]?.letters ?? [], shard.letters));
  const numbers = isSameMatter ? old.numbers : placeNumbers(letters, placing);
  const tables = placeTables(letters, synonyms, placing);
  const entry: IndexEntry = {
    form: indexForm,
    letters: letters.length,
    numbers: { count: numbers.count, stamps: numbers.stamps },
    tables: mapTables(tables, ({ stamp }) => stamp),
    shards: shards.map((shard) => shard.entry),
  };
  const entryFile = placeFile(placing, makeValueFile('entry', entry));
  const state: IndexState = { program: await programHash(), shards, numbers, tables, entry: entryFile };
  if (stateFile !== undefined) await writeState(stateFile, state);
  const files = allFiles(state);
  const paths = new Set(files.map(({ path }) => path));
  const isKept = ({ path, sha256: hash }: FileRecord) => known.get(path) === hash;
  return {
    shards: shards.length,
    written: files.filter((file) => !isKept(file)),
    kept: files.filter(isKept),
    removed: old ? allFiles(old).filter(({ path }) => !paths.has(path)) : [],
  };
}

async function writeShard(
  { folder, letters }: PlannedShard<SourceLetter>,
  sizes: ChunkSizes,
  placing: Placing,
  previous: string | undefined,
  old: ShardState | undefined,
  pool: () => WorkerPool,
  onLetters: (count: number) => void,
): Promise<ShardState> {
  const isComparable = old?.sizes.chunkSize === sizes.chunkSize && old.sizes.zonesFrom === sizes.zonesFrom;
  const before = isComparable && previous !== undefined ? { old, previous } : undefined;
  if (before && isUnchanged(before.old, letters)) return before.old;
  const updated =
    before &&
    (await updatePostings(letters, before.old, sizes, { ...placing, previous: before.previous }, pool));
  const written = updated ?? (await writeCold(letters, folder, sizes, placing, pool(), onLetters));
  const states = toLetterStates(letters, old?.letters);
  const keptParts = before && haveSameMatter(before.old.letters, states) ? before.old.parts : [];
  const made = makeShardParts(folder, letters, written, {
    zonesFrom: sizes.zonesFrom,
    withColumns: keptParts.length === 0,
  }).map(({ part, stamp, ...file }) => ({ part, stamp, file: placeFile(placing, file) }));
  const parts = [...made, ...keptParts.filter(({ part }) => !made.some((one) => one.part === part))];
  const dates = letters.map(dateOf).filter((date) => date !== '');
  return {
    ...written,
    sizes,
    letters: states,
    parts,
    entry: {
      ...{ folder, letters: letters.length, from: dates.at(-1) ?? '', to: dates[0] ?? '' },
      stamps: Object.fromEntries(parts.map(({ part, stamp }) => [part, stamp])) as Record<ShardPart, number>,
    },
  };
}

function writeCold(
  letters: readonly SourceLetter[],
  folder: string,
  sizes: ChunkSizes,
  placing: Placing,
  pool: WorkerPool,
  onLetters: (count: number) => void,
): Promise<WrittenPostings> {
  let inverted = 0;
  return writePostings(letters, { out: placing.out, folder }, sizes, pool, (count) => {
    inverted += count;
    onLetters(inverted);
  });
}

function isUnchanged(old: ShardState, letters: readonly SourceLetter[]): boolean {
  return (
    old.letters.length === letters.length &&
    letters.every(({ id, hash }, row) => old.letters[row]?.id === id && old.letters[row].hash === hash)
  );
}

function placeNumbers(letters: readonly SourceLetter[], placing: Placing): IndexState['numbers'] {
  const { table, files } = makeNumberTable(sortNewestFirst(letters));
  return { ...table, files: files.map((file) => placeFile(placing, file)) };
}

function placeTables(
  letters: readonly SourceLetter[],
  synonyms: readonly (readonly string[])[],
  placing: Placing,
): IndexState['tables'] {
  return mapTables(makeQueryTables(letters, synonyms), ({ stamp, ...file }) => ({
    stamp,
    file: placeFile(placing, file),
  }));
}

/**
 * Token positions in a chunk. With fewer a query loads less, but there are more files and a longer table to load
 * first. At 5,000 letters 1,000 positions give 55 KB a query; 3,000 give 63 KB with 60 % fewer files.
 */
function chunkSizeFor(letters: number): number {
  return letters <= 20_000 ? 2600 : 8000;
}
