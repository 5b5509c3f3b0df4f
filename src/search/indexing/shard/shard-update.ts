import { inflateRawSync } from 'node:zlib';
import { letterText } from '../../text/indexed-letter.ts';
import { unpackLetterText, type LetterText } from '../../text/letter-text.ts';
import { createInverter, type LetterEnds } from '../posting/inverter.ts';
import type { ChunkRecord } from '../posting/chunk-files.ts';
import { loadLetter, type SourceLetter } from '../source-letter.ts';
import { packText } from '../texts/text-blocks.ts';
import { openOldTexts, updateTexts } from '../texts/text-update.ts';
import type { Placing } from './file-placing.ts';
import { findKeptRows, type KeptRows } from './kept-rows.ts';
import { toZoneBounds, type ChunkSizes, type WrittenPostings } from './postings.ts';
import type { RedealTask } from './redeal.ts';
import { findRegions } from './region.ts';
import type { ShardState } from './shard-state.ts';
import { toShared } from './shard-tasks.ts';
import { byRegion, compareRuns, findTouched, tokensOf } from './touched-chunks.ts';
import { inlinePool, type WorkerPool } from './worker-pool.ts';

/** Above this share of changed letters a shard is indexed afresh. */
const mostChanged = 0.3;

/** Where the last edition's files are, and where those of this one go. */
export interface UpdatePlace extends Placing {
  /** Folder `search/` of the last edition. */
  previous: string;
}

/**
 * Brings the postings and texts of a shard up to date: reads and writes only what changes.
 *
 * @param letters Newest first.
 * @returns undefined if it is not worth it.
 * @throws DamagedFile when a file of the last edition is not as it was written.
 */
export async function updatePostings(
  letters: readonly SourceLetter[],
  old: ShardState,
  sizes: ChunkSizes,
  place: UpdatePlace,
  pool: () => WorkerPool,
): Promise<WrittenPostings | undefined> {
  const kept = findKeptRows(old.letters, letters);
  if (kept.added.length + kept.removed.length > 10 + mostChanged * letters.length) return undefined;
  const { folder } = old.entry;
  const texts = openOldTexts(place.previous, old.blocks);
  const fresh = await Promise.all(kept.added.map((row) => readFresh(letters[row])));
  const freshTexts = new Map(kept.added.map((row, index) => [row, fresh[index]]));
  const inverter = createInverter();
  const freshEnds = new Map(kept.added.map((row, index) => [row, inverter.add(fresh[index] ?? noText)]));
  const run = toShared(inverter.finish());
  const blocks = updateTexts(
    place,
    folder,
    letters.map(({ id }) => id),
    kept,
    old.blocks,
    (row) => {
      const text = freshTexts.get(row);
      return text ? packText(text) : texts.read(kept.oldRowOf[row] ?? 0);
    },
  );
  const ends = letters.map((_, row) => freshEnds.get(row) ?? old.ends[kept.oldRowOf[row] ?? 0] ?? noEnds);
  const tasks = planTasks({
    old,
    kept,
    run,
    ends,
    oldTextOf: (row) => unpackText(texts.read(row)),
    place,
    sizes,
  });
  return { ends, blocks, chunks: await runTasks(old.chunks, tasks, pool) };
}

const noEnds: LetterEnds = [0, 0, 0, 0];
const noText: LetterText = { title: '', header: [], body: [] };

async function readFresh(letter: SourceLetter | undefined): Promise<LetterText> {
  return letter ? letterText(await loadLetter(letter)) : noText;
}

function unpackText(packed: Uint8Array): LetterText {
  return unpackLetterText(inflateRawSync(packed.subarray(4)).toString('utf16le'));
}

interface Change {
  old: ShardState;
  kept: KeptRows;
  run: Uint8Array;
  ends: WrittenPostings['ends'];
  oldTextOf: (row: number) => LetterText;
  place: UpdatePlace;
  sizes: ChunkSizes;
}

/** A task for each region in which something changes, by region. */
function planTasks(change: Change): Map<number, RedealTask> {
  const { old, kept, run, ends, place, sizes } = change;
  const chunks = byRegion(old.chunks, ({ first }) => first);
  const before = kept.isStable ? invertRemoved(change) : undefined;
  const changed = before && byRegion(changedTokens(change, before), ({ token }) => token);
  const dropped = before && byRegion(tokensOf(before), (token) => token);
  const runs = new Map(findRegions(run).map((part) => [part.region, part]));
  const rows = Uint32Array.from(kept.added);
  const zoneBounds = toZoneBounds(ends);
  const packing = { folder: old.entry.folder, letters: ends.length, zonesFrom: sizes.zonesFrom, zoneBounds };
  const regions = changed ? changed.keys() : new Set([...chunks.keys(), ...runs.keys()]);
  return new Map(
    Array.from(regions, (region): [number, RedealTask] => {
      const own = chunks.get(region) ?? [];
      const part = runs.get(region);
      const touched = changed
        ? findTouched(own, changed.get(region) ?? [])
        : own.map(({ positions }, index) => ({ index, loses: positions }));
      const known = new Map(own.flatMap(({ files }) => files.map((file) => [file.path, file.sha256])));
      const task = {
        ...place,
        known,
        packing,
        size: sizes.chunkSize,
        chunks: own,
        touched,
        rowOf: kept.rowOf,
      };
      return [
        region,
        {
          ...{ kind: 'redeal', ...task },
          ...(part && { run: { bytes: run, from: part.from, to: part.to, rows } }),
          ...(dropped && { dropped: new Set(dropped.get(region)) }),
        },
      ];
    }),
  );
}

/** Inverts the letters that changed or are gone, as they were. */
function invertRemoved({ kept, oldTextOf }: Change): Uint8Array {
  const inverter = createInverter();
  for (const row of kept.removed) inverter.add(oldTextOf(row));
  return inverter.finish();
}

/** The tokens whose postings in the changed letters are not what they were. */
function changedTokens({ old, kept, run, ends }: Change, before: Uint8Array): ReturnType<typeof compareRuns> {
  const shift = ends.length - old.ends.length;
  // Where a zone begins elsewhere, equal positions may be in another zone.
  const isSame =
    kept.added.length === kept.removed.length &&
    kept.added.every((row, index) => {
      const oldRow = kept.removed[index] ?? 0;
      return (
        row - oldRow === shift && [0, 1, 2].every((zone) => ends[row]?.[zone] === old.ends[oldRow]?.[zone])
      );
    });
  return compareRuns(before, run, isSame);
}

/** So many chunks are dealt again sooner than threads have started. */
const fewChunks = 3000;

async function runTasks(
  old: readonly ChunkRecord[],
  tasks: ReadonlyMap<number, RedealTask>,
  pool: () => WorkerPool,
): Promise<ChunkRecord[]> {
  const touched = [...tasks.values()].reduce((sum, task) => sum + task.touched.length, 0);
  const chosen = touched < fewChunks ? inlinePool : pool();
  const regions = byRegion(old, ({ first }) => first);
  const dealt = await Promise.all(
    Array.from(tasks, async ([region, task]): Promise<[number, ChunkRecord[]]> => [
      region,
      await chosen.redeal(task),
    ]),
  );
  const all = new Map([...regions, ...dealt]);
  return [...all].sort(([a], [b]) => a - b).flatMap(([, chunks]) => chunks);
}
