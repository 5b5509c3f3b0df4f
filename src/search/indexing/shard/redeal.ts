import { compareCodePoints } from '../../text/code-point-order.ts';
import { createChunkDealer, dealRuns, type ChunkDealer } from '../posting/chunk-dealer.ts';
import {
  chunkName,
  makeChunkFiles,
  renameChunk,
  type ChunkPacking,
  type ChunkRecord,
} from '../posting/chunk-files.ts';
import { createByteSink, writtenBytes } from '../posting/byte-sink.ts';
import { nextOldToken, openOldChunk, putOldToken, readOldChunk } from '../posting/old-chunk.ts';
import { isAtEnd, nextToken, openRun, skipLetters, tokenAt, type RunCursor } from '../posting/posting-run.ts';
import { placeFile, readPlacedContent, type Placing } from './file-placing.ts';
import type { RunPart } from './run-part.ts';

/** A chunk of the last edition in which something changes. */
export interface TouchedChunk {
  /** Its place among the region's chunks. */
  index: number;
  /** How many positions it may lose at most. */
  loses: number;
}

/** Deals the tokens of a region anew where something changed, and keeps its other chunks. */
export interface RedealTask extends Placing {
  kind: 'redeal';
  packing: ChunkPacking;
  /** Positions of a chunk. */
  size: number;
  /** Folder `search/` of the last edition. */
  previous: string;
  /** All chunks of the region in the last edition. */
  chunks: ChunkRecord[];
  touched: TouchedChunk[];
  /** The new row of each old one; negative for a letter that is indexed anew or left out. */
  rowOf: Int32Array;
  /** All postings in the region of the letters that are indexed anew. */
  run?: RunPart;
  /**
   * The tokens of letters that changed or are gone, if every other letter has as many older ones as it had: other
   * tokens are copied as they are.
   */
  dropped?: ReadonlySet<string>;
}

/** Returns the chunks of the region, as a cold build makes them. */
export function runRedealTask(task: RedealTask): ChunkRecord[] {
  const { chunks, size, packing } = task;
  const dealt: ChunkRecord[] = [];
  const dealer = createChunkDealer({ letters: packing.letters, size }, (chunk) => {
    const { record, files } = makeChunkFiles(chunk, dealt.at(-1)?.last ?? '', packing);
    for (const file of files) placeFile(task, file);
    dealt.push(record);
  });
  const run = task.run && openRun(task.run.bytes, task.run.rows, task.run.from, task.run.to);
  if (chunks.length === 0 && run) dealRuns([run], dealer);
  dealer.finish();
  const touched = withChunksBefore(task);
  const rows = Uint32Array.from({ length: packing.letters }, (_, row) => row);
  for (let index = 0; index < chunks.length;) {
    const chunk = chunks[index];
    if (chunk !== undefined && !touched.has(index)) {
      dealt.push(keepChunk(task, chunk, dealt.at(-1)?.last ?? ''));
      index += 1;
    } else index = dealFrom(task, index, touched, { run, rows }, dealer);
  }
  return dealt;
}

/**
 * The touched chunks, and each chunk that ended early because the family after it filled a chunk, where that may
 * do so no more.
 */
function withChunksBefore({ chunks, touched, size }: RedealTask): Set<number> {
  const all = new Set(touched.map(({ index }) => index));
  for (const { index, loses } of touched) {
    const [before, chunk] = [chunks[index - 1], chunks[index]];
    if (before && chunk && before.positions < size && chunk.positions - loses < size) all.add(index - 1);
  }
  return all;
}

/** Deals chunks until a boundary of the last edition is one again; returns the first chunk behind it. */
function dealFrom(
  task: RedealTask,
  from: number,
  touched: ReadonlySet<number>,
  { run, rows }: { run: RunCursor | undefined; rows: Uint32Array },
  dealer: ChunkDealer,
): number {
  const { chunks, previous, rowOf, dropped } = task;
  if (run && from > 0) skipTokens(run, chunks[from]?.first ?? '');
  for (let index = from; ; index += 1) {
    const [chunk, next] = [chunks[index], chunks[index + 1]];
    const [file] = chunk?.files ?? [];
    if (file) {
      const content = readPlacedContent(previous, file);
      if (dropped) copyChunk(content, { rowOf, rows, dropped, run }, dealer);
      else {
        const old = openRun(readOldChunk(content, rowOf), rows);
        dealRuns(run ? [old, run] : [old], dealer, next?.first);
      }
      if (run) dealRuns([run], dealer, next?.first);
    }
    if (next !== undefined) {
      if (touched.has(index + 1)) continue;
      if (!dealer.isBetween() && !next.isFull) continue;
    }
    dealer.finish();
    return index + 1;
  }
}

/** Deals the tokens of a chunk, and those before its last of letters that are indexed anew; copies what it can. */
function copyChunk(
  content: Buffer,
  {
    rowOf,
    rows,
    dropped,
    run,
  }: Pick<RedealTask, 'rowOf'> & {
    rows: Uint32Array;
    dropped: ReadonlySet<string>;
    run: RunCursor | undefined;
  },
  dealer: ChunkDealer,
): void {
  const old = openOldChunk(content);
  while (nextOldToken(old)) {
    const { token } = old;
    if (run) dealRuns([run], dealer, token);
    const isAdded = run && !isAtEnd(run) && tokenAt(run) === token;
    if (!isAdded && !dropped.has(token)) {
      dealer.addOld(old);
      continue;
    }
    const sink = createByteSink();
    putOldToken(sink, old, rowOf);
    const left = openRun(writtenBytes(sink), rows);
    const cursors = [...(isAtEnd(left) ? [] : [left]), ...(isAdded ? [run] : [])];
    if (cursors.length > 0) dealer.add(cursors);
  }
}

/** Skips the tokens before one. */
function skipTokens(run: RunCursor, until: string): void {
  while (!isAtEnd(run) && compareCodePoints(tokenAt(run), until) < 0) {
    skipLetters(run);
    nextToken(run);
  }
}

/** Keeps a chunk as it is; only its name may change with its lower bound. */
function keepChunk(task: RedealTask, chunk: ChunkRecord, before: string): ChunkRecord {
  const { folder } = task.packing;
  if (chunk.files[0]?.path === `${chunkName(folder, chunk, before)}.js`) return chunk;
  const contents = chunk.files.map((file) => readPlacedContent(task.previous, file));
  const { record, files } = renameChunk(chunk, before, contents, folder);
  for (const file of files) placeFile(task, file);
  return record;
}
