import type { ChunkRecord } from '../posting/chunk-files.ts';
import type { LetterEnds } from '../posting/inverter.ts';
import type { ZoneBounds } from '../posting/zone-packer.ts';
import { loadLetter, type SourceLetter } from '../source-letter.ts';
import { groupTexts } from '../../form/text-table.ts';
import type { RunPart } from './run-part.ts';
import { toShared, type InvertedLetters, type TextBlockRecord } from './shard-tasks.ts';
import type { WorkerPool } from './worker-pool.ts';

/** The postings and texts of a shard, as they were written. */
export interface WrittenPostings {
  /** Of each letter, newest first. */
  ends: LetterEnds[];
  /** In the order of their tokens. */
  chunks: ChunkRecord[];
  /** From the oldest letters to the newest. */
  blocks: TextBlockRecord[];
}

/** How the index of a shard is split into files. */
export interface ChunkSizes {
  /** Approximate number of positions in a chunk. */
  chunkSize: number;
  /** Size from which a chunk has a file of zones too, in steps of the chunk table. */
  zonesFrom: number;
}

/** Where a shard is written. */
export interface ShardPlace {
  /** Folder `search/` of the edition. */
  out: string;
  /** Name of the shard's folder in it. */
  folder: string;
}

/** Letters that a task inverts: with fewer, more parts are joined; with more, they take more memory. */
const batch = 1000;

/**
 * Indexes the letters of a shard.
 *
 * @param letters Newest first.
 * @param onLetters Receives how many more letters are inverted.
 */
export async function writePostings(
  letters: readonly SourceLetter[],
  place: ShardPlace,
  sizes: ChunkSizes,
  pool: WorkerPool,
  onLetters: (count: number) => void,
): Promise<WrittenPostings> {
  const batches = planBatches(letters.map(({ id }) => id));
  const inverted = await inParallel(batches, pool.width + 1, async ({ from, to, blocks }) => {
    const read = await Promise.all(letters.slice(from, to).map(loadLetter));
    const done = await pool.invert({ kind: 'letters', ...place, letters: read, blocks });
    onLetters(to - from);
    return done;
  });
  const ends = inverted.flatMap((part) => part.ends);
  const runs = inverted.map((part, index) => ({
    part,
    rows: rowsFrom(batches[index]?.from ?? 0, part.ends.length),
  }));
  return {
    ends,
    chunks: await dealRegions(runs, { ...place, ...sizes, ends }, pool),
    blocks: inverted.toReversed().flatMap((part) => part.blocks),
  };
}

interface Batch {
  /** Range of rows. */
  from: number;
  to: number;
  /** Letters of its blocks of texts, from the oldest. */
  blocks: number[];
}

/** Splits a shard into batches of whole blocks of texts. @param ids Newest first. */
function planBatches(ids: readonly string[]): Batch[] {
  const batches: Batch[] = [];
  let to = ids.length;
  let open: Batch = { from: to, to, blocks: [] };
  for (const count of groupTexts(ids.toReversed())) {
    open.from -= count;
    open.blocks.push(count);
    if (open.to - open.from < batch) continue;
    batches.push(open);
    to = open.from;
    open = { from: to, to, blocks: [] };
  }
  if (open.blocks.length > 0) batches.push(open);
  return batches.reverse();
}

function rowsFrom(from: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => from + at);
}

async function dealRegions(
  inverted: readonly { part: InvertedLetters; rows: Uint32Array }[],
  { out, folder, chunkSize, zonesFrom, ends }: ShardPlace & ChunkSizes & Pick<WrittenPostings, 'ends'>,
  pool: WorkerPool,
): Promise<ChunkRecord[]> {
  const packing = { folder, letters: ends.length, zonesFrom, zoneBounds: toZoneBounds(ends) };
  const parts = Map.groupBy(
    inverted.flatMap(({ part, rows }) =>
      part.regions.map(({ region, from, to }) => ({ region, run: { bytes: part.run, from, to, rows } })),
    ),
    ({ region }) => region,
  );
  const regions = [...parts].map(([region, own]) => ({
    region,
    runs: own.map(({ run }): RunPart => run),
    size: own.reduce((sum, { run }) => sum + run.to - run.from, 0),
  }));
  // The largest first, so that none is left to one processor at the end.
  regions.sort((a, b) => b.size - a.size);
  const dealt = await Promise.all(
    regions.map(async ({ region, runs }) => ({
      region,
      chunks: await pool.deal({ kind: 'region', out, packing, size: chunkSize, runs }),
    })),
  );
  return dealt.sort((a, b) => a.region - b.region).flatMap(({ chunks }) => chunks);
}

/** Columns of the ends of title, header values and headings, in shared memory. */
export function toZoneBounds(ends: readonly LetterEnds[]): ZoneBounds {
  const column = (zone: 0 | 1 | 2) => {
    const bytes = toShared(new Uint8Array(Uint32Array.from(ends, (end) => end[zone]).buffer));
    return new Uint32Array(bytes.buffer);
  };
  return [column(0), column(1), column(2)];
}

/** Maps items by asynchronous work, some at a time. */
async function inParallel<Item, Value>(
  items: readonly Item[],
  width: number,
  map: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) values[index] = await map(item);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return values;
}
