import type { ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import { hasPlace, openRow, readPosting, type Reading } from './posting-reading.ts';
import { isNaming } from './relevance.ts';

/** So near are words of one clause of a sentence, in tokens. */
const near = 12;

/**
 * Whether the matches of several clauses stand together in a letter: all in what names it (1), or side by
 * side (½).
 *
 * @param clauses Where the texts of each stand.
 * @param found Rows, ascending.
 */
export function togetherness(
  clauses: readonly (readonly Posting[])[],
  found: readonly number[],
  zoneEnds: ZoneEnds,
): Float64Array {
  const read = clauses.map((postings): Clause => ({
    readings: postings.map(readPosting),
    stands: false,
  }));
  const together = new Float64Array(found.length);
  // Thousands of letters, hardly ever twice: nothing is made for each.
  for (const [at, row] of found.entries()) {
    let matched = 0;
    let named = 0;
    for (const clause of read) {
      clause.stands = openRow(clause.readings, row);
      if (!clause.stands) continue;
      matched += 1;
      if (clause.readings.some((reading) => isNamed(reading, zoneEnds, row))) named += 1;
    }
    if (matched > 1) together[at] = named === matched ? 1 : standsBeside(read) ? 0.5 : 0;
  }
  return together;
}

/** What a clause finds, on the way through the letters. */
interface Clause {
  readings: readonly Reading[];
  /** Whether any of it stands in the letter that is looked at. */
  stands: boolean;
}

/** The first place stands before all others: it tells for all. */
function isNamed({ places, from, to }: Reading, zoneEnds: ZoneEnds, row: number): boolean {
  return from < to && isNaming(places[from] ?? 0, zoneEnds, row);
}

/** Whether somewhere in the letter all clauses stand near the first that stands there. */
function standsBeside(clauses: readonly Clause[]): boolean {
  const first = clauses.find(({ stands }) => stands);
  for (const { places, from, to } of first?.readings ?? []) {
    for (const { readings } of clauses) for (const reading of readings) reading.at = reading.from;
    for (let at = from; at < to; at += 1) if (areNear(clauses, places[at] ?? 0)) return true;
  }
  return false;
}

/** Whether each clause has a place near this one; to be asked for ascending places, very often. */
function areNear(clauses: readonly Clause[], place: number): boolean {
  for (const { readings, stands } of clauses) if (stands && !hasPlace(readings, place, near)) return false;
  return true;
}
