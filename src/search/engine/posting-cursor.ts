import type { Posting } from '../form/posting-chunk.ts';
import type { ZonePosting } from '../form/zone-chunk.ts';

/** Where a phrase stands: at which places or, for a word that stands nearly everywhere, in which zones. */
export type Standing = Posting | ZonePosting;

/** A posting on the way through the letters, and through its places in one. */
export interface Reading extends Posting {
  /** The letter, among those of the posting. */
  index: number;
  /** Its places: from and up to. */
  from: number;
  to: number;
  /** The place that is looked at. */
  at: number;
}

export function readPosting(posting: Posting): Reading {
  return { ...posting, index: 0, from: 0, to: 0, at: 0 };
}

/** Goes on to a letter, of ascending ones; whether any of the postings stands there. */
export function openRow(readings: readonly Reading[], row: number): boolean {
  let stands = false;
  for (const reading of readings) {
    const { rows, starts } = reading;
    reading.index = indexFrom(rows, row, reading.index);
    const isHere = rows[reading.index] === row;
    reading.from = isHere ? (starts[reading.index] ?? 0) : 0;
    reading.to = isHere ? (starts[reading.index + 1] ?? 0) : 0;
    reading.at = reading.from;
    stands ||= isHere;
  }
  return stands;
}

/** Whether any of the postings stands at a place of the letter, or so near to it; of ascending places. */
export function hasPlace(readings: readonly Reading[], place: number, near = 0): boolean {
  for (const reading of readings) {
    const { places, to } = reading;
    while (reading.at < to && (places[reading.at] ?? 0) < place - near) reading.at += 1;
    if (reading.at < to && (places[reading.at] ?? 0) <= place + near) return true;
  }
  return false;
}

/** The first index at or after `from` whose row is not smaller: by steps that double, then by halving. */
function indexFrom(rows: Uint32Array, row: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < rows.length && (rows[low + step] ?? 0) < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(rows.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
