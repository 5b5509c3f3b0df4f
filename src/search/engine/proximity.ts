import type { Posting } from '../form/posting-chunk.ts';
import { hasPlace, openRow, readPosting, type Reading } from './posting-cursor.ts';

/** So near are words of one clause of a sentence, in tokens. */
const near = 12;

/** Where the texts of a clause stand in the letters of a shard. */
export interface ClauseTexts {
  /** Of each row, whether any stands there: 1 or 0. */
  stands: Uint8Array;
  /** Of each row, whether any stands in what names the letter: title, header values or headings. */
  names: Uint8Array;
  /** Absent for a word of which only the zones are known: it stands nearly everywhere, beside anything. */
  places?: readonly Posting[];
}

/**
 * Whether the matches of several clauses stand together in a letter: all in what names it (1), or side by
 * side (½).
 *
 * @param found Rows, ascending.
 */
export function proximityOf(clauses: readonly ClauseTexts[], found: Uint32Array): Float64Array {
  const placed = clauses.flatMap(({ stands, places }): Placed[] =>
    places === undefined ? [] : [{ stands, readings: places.map(readPosting) }],
  );
  const together = new Float64Array(found.length);
  // Thousands of letters, hardly ever twice: nothing is made for each, and little is called.
  for (let at = 0; at < found.length; at += 1) {
    const row = found[at] ?? 0;
    let matched = 0;
    let named = 0;
    for (const { stands, names } of clauses) {
      matched += stands[row] ?? 0;
      named += names[row] ?? 0;
    }
    if (matched < 2) continue;
    if (named === matched) together[at] = 1;
    else if (placed.length > 1 && standsBeside(placed, row)) together[at] = 0.5;
  }
  return together;
}

/** A clause of which the places are known, on the way through the letters. */
interface Placed {
  stands: Uint8Array;
  readings: readonly Reading[];
}

/** Whether somewhere in the letter all clauses that stand there stand near the first of them. */
function standsBeside(clauses: readonly Placed[], row: number): boolean {
  let at = 0;
  while (clauses[at]?.stands[row] === 0) at += 1;
  const first = clauses[at];
  let others = 0;
  for (let next = at + 1; next < clauses.length; next += 1) others += clauses[next]?.stands[row] ?? 0;
  if (first === undefined || others === 0) return false;
  openRow(first.readings, row);
  for (const { places, from, to } of first.readings) {
    for (let next = at + 1; next < clauses.length; next += 1) openRow(clauses[next]?.readings ?? [], row);
    for (let each = from; each < to; each += 1)
      if (areNear(clauses, at + 1, row, places[each] ?? 0)) return true;
  }
  return false;
}

/** Whether each clause that stands in the letter has a place near this one; to be asked for ascending places. */
function areNear(clauses: readonly Placed[], from: number, row: number, place: number): boolean {
  for (let at = from; at < clauses.length; at += 1) {
    const clause = clauses[at];
    if (clause?.stands[row] === 1 && !hasPlace(clause.readings, place, near)) return false;
  }
  return true;
}
