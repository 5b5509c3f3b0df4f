import {
  createByteSink,
  dropBytes,
  putByte,
  putBytes,
  putInteger,
  takeInteger,
  type ByteSink,
} from './byte-sink.ts';
import { lineEnd } from './line-end.ts';
import type { OldChunk } from './old-chunk.ts';
import { nextRow, type RunCursor } from './posting-run.ts';

/** The parts of a chunk, as `posting-chunk.ts` describes them, while tokens are added. */
export interface ChunkParts {
  tokens: number;
  /** Positions, and of single units letters. */
  positions: number;
  letterCounts: ByteSink;
  rows: ByteSink;
  counts: ByteSink;
  upper: ByteSink;
  lower: ByteSink;
  names: ByteSink;
}

const sinks = ['letterCounts', 'rows', 'counts', 'upper', 'lower', 'names'] as const;

export function createChunkParts(): ChunkParts {
  const [letterCounts, rows, counts] = [createByteSink(), createByteSink(), createByteSink()];
  const [upper, lower, names] = [createByteSink(), createByteSink(), createByteSink()];
  return { tokens: 0, positions: 0, letterCounts, rows, counts, upper, lower, names };
}

/** The ends of all parts at some moment. */
export type PartsMark = Pick<ChunkParts, 'tokens' | 'positions'> & Record<(typeof sinks)[number], number>;

export function markParts(parts: ChunkParts): PartsMark {
  const { tokens, positions, letterCounts, rows, counts, upper, lower, names } = parts;
  return {
    ...{ tokens, positions, letterCounts: letterCounts.end, rows: rows.end, counts: counts.end },
    ...{ upper: upper.end, lower: lower.end, names: names.end },
  };
}

/** Removes what was added before a mark. */
export function dropParts(parts: ChunkParts, mark: PartsMark): void {
  for (const name of sinks) dropBytes(parts[name], mark[name]);
  parts.tokens -= mark.tokens;
  parts.positions -= mark.positions;
}

/** A token that is being added. */
export interface OpenToken {
  letters: number;
  lastRow: number;
}

/** Adds the letter that a cursor is at to the current token, and moves the cursor to the next letter. */
export function addLetter(parts: ChunkParts, open: OpenToken, cursor: RunCursor, letters: number): void {
  const { rows, counts, upper, lower } = parts;
  // Rows run from the newest letter; the first is counted from the oldest, so that new letters do not change it.
  putInteger(rows, open.letters === 0 ? letters - 1 - cursor.row : cursor.row - open.lastRow);
  open.letters += 1;
  open.lastRow = cursor.row;
  const count = takeInteger(cursor);
  putInteger(counts, count);
  if (cursor.isUnit) parts.positions += 1;
  else {
    for (let left = count; left > 0; left -= 1) {
      const step = takeInteger(cursor);
      putInteger(upper, step >>> 8);
      putByte(lower, step & 0xff);
    }
    parts.positions += count;
  }
  cursor.lettersLeft -= 1;
  if (cursor.lettersLeft > 0) nextRow(cursor);
}

/** Adds a token of the last edition as it is. Its rows must be what they were, counted from the oldest letter. */
export function addOldToken(parts: ChunkParts, old: OldChunk): void {
  const { bytes, lowerBytes } = old;
  putBytes(parts.letterCounts, bytes, old.letterCounts.from, old.letterCounts.to);
  putBytes(parts.rows, bytes, old.rows.from, old.rows.to);
  putBytes(parts.counts, bytes, old.counts.from, old.counts.to);
  putBytes(parts.upper, bytes, old.upper.from, old.upper.to);
  putBytes(parts.lower, lowerBytes, old.lower.from, old.lower.to);
  putBytes(parts.names, bytes, old.name.from, old.name.to);
  putByte(parts.names, lineEnd);
  parts.tokens += 1;
  parts.positions += old.positions;
}

/** Ends a token whose letters were added. */
export function endToken(parts: ChunkParts, open: OpenToken, name: Uint8Array, from: number, to: number) {
  putInteger(parts.letterCounts, open.letters);
  putBytes(parts.names, name, from, to);
  putByte(parts.names, lineEnd);
  parts.tokens += 1;
}
