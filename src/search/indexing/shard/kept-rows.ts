import type { SourceLetter } from '../source-letter.ts';
import type { LetterState } from './shard-state.ts';

/** Which rows of a shard are those of the last edition. */
export interface KeptRows {
  /** The new row of each old one; negative for a letter that changed or is gone. */
  rowOf: Int32Array;
  /** The old row of each new one; negative for a letter that is new or changed. */
  oldRowOf: Int32Array;
  /** New rows of letters to be indexed, and old rows of letters that are no more, or not as they were. */
  added: number[];
  removed: number[];
  /** Whether every letter that is kept has as many older letters as it had. */
  isStable: boolean;
}

/** Compares the letters of a shard with those of the last edition; both newest first. */
export function findKeptRows(old: readonly LetterState[], letters: readonly SourceLetter[]): KeptRows {
  const oldRows = new Map(old.map(({ id, hash }, row) => [`${hash} ${id}`, row]));
  const rowOf = new Int32Array(old.length).fill(-1);
  const oldRowOf = new Int32Array(letters.length).fill(-1);
  const shift = letters.length - old.length;
  let isStable = true;
  let last = -1;
  for (const [row, { id, hash }] of letters.entries()) {
    const before = oldRows.get(`${hash} ${id}`) ?? -1;
    // The order of unchanged letters is that of their dates and ids; a hash that lies does not make others move.
    if (before <= last) continue;
    last = before;
    rowOf[before] = row;
    oldRowOf[row] = before;
    if (row - before !== shift) isStable = false;
  }
  const missing = (rows: Int32Array) => [...rows.keys()].filter((row) => (rows[row] ?? -1) < 0);
  return { rowOf, oldRowOf, added: missing(oldRowOf), removed: missing(rowOf), isStable };
}
