import { letterText, type IndexedLetter } from '../../text/indexed-letter.ts';
import type { FileRecord } from '../data-file-writer.ts';
import { createChunkDealer, dealRuns } from '../posting/chunk-dealer.ts';
import { makeChunkFiles, type ChunkPacking, type ChunkRecord } from '../posting/chunk-files.ts';
import { createInverter, type LetterEnds } from '../posting/inverter.ts';
import { openRun } from '../posting/posting-run.ts';
import { makeTextBlock, packText, textUnits } from '../texts/text-blocks.ts';
import { placeFile, type Placing } from './file-placing.ts';
import { findRegions, type Region } from './region.ts';
import type { RunPart } from './run-part.ts';

/** What is kept of a block of texts for the next build. */
export interface TextBlockRecord {
  stamp: number;
  /** Length of each text in units, from the oldest letter to the newest. */
  units: number[];
  file: FileRecord;
}

/** Inverts neighbouring letters and writes their texts. */
export interface LettersTask extends Placing {
  kind: 'letters';
  folder: string;
  /** Newest first. */
  letters: IndexedLetter[];
  /** How many letters each block of texts has, from the oldest. */
  blocks: number[];
}

export interface InvertedLetters {
  /** In the form of `posting-run.ts`, in shared memory. */
  run: Uint8Array;
  regions: Region[];
  /** Of each letter, newest first. */
  ends: LetterEnds[];
  /** From the oldest. */
  blocks: TextBlockRecord[];
}

export function runLettersTask(task: LettersTask): InvertedLetters {
  const { folder, letters, blocks } = task;
  const inverter = createInverter();
  const texts: Uint8Array[] = [];
  const ends = letters.map((letter) => {
    const text = letterText(letter);
    texts.unshift(packText(text));
    return inverter.add(text);
  });
  let from = 0;
  const written = blocks.map((count): TextBlockRecord => {
    const own = texts.slice(from, from + count);
    from += count;
    const { stamp, ...file } = makeTextBlock(
      folder,
      letters[letters.length - 1 - (from - count)]?.id ?? '',
      own,
    );
    return { stamp, units: own.map(textUnits), file: placeFile(task, file) };
  });
  const run = toShared(inverter.finish());
  return { run, regions: findRegions(run), ends, blocks: written };
}

/** Deals and writes the chunks of a region. */
export interface RegionTask extends Placing {
  kind: 'region';
  packing: ChunkPacking;
  /** Positions of a chunk. */
  size: number;
  runs: RunPart[];
}

export function runRegionTask(task: RegionTask): ChunkRecord[] {
  const { packing, size, runs } = task;
  const chunks: ChunkRecord[] = [];
  const dealer = createChunkDealer({ letters: packing.letters, size }, (chunk) => {
    const { record, files } = makeChunkFiles(chunk, chunks.at(-1)?.last ?? '', packing);
    for (const file of files) placeFile(task, file);
    chunks.push(record);
  });
  dealRuns(
    runs.map(({ bytes, rows, from, to }) => openRun(bytes, rows, from, to)),
    dealer,
  );
  dealer.finish();
  return chunks;
}

/** Copies bytes so that threads share them. */
export function toShared(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
