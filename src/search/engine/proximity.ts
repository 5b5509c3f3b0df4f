import type { Posting } from '../form/posting-chunk.ts';
import { hasPosition, openCursor, seekRow, type PostingCursor } from './posting-cursor.ts';

/** Distance of words of the same part of a sentence, in tokens. */
const near = 12;

/** Where the texts of a clause occur in the letters of a shard. */
export interface ClauseMatches {
  /** Of each row, 1 if any of them occurs in the letter, else 0. */
  occurs: Uint8Array;
  /** Of each row, 1 if any of them occurs in the title, header values or headings, else 0. */
  occursInName: Uint8Array;
  /** Absent for a word of which only the zones are known: it occurs nearly everywhere, beside anything. */
  postings?: readonly Posting[];
}

/**
 * Scores how close the matches of several clauses are in each letter: 1 when all are in its title, header
 * values or headings, ½ when they are near each other, else 0.
 *
 * @param found Rows, ascending.
 */
export function scoreProximity(clauses: readonly ClauseMatches[], found: Uint32Array): Float64Array {
  const positioned = clauses.flatMap(({ occurs, postings }): PositionedClause[] =>
    postings === undefined ? [] : [{ occurs, cursors: postings.map(openCursor) }],
  );
  const scores = new Float64Array(found.length);
  // Thousands of letters, and code that has hardly run before: plain loops that allocate nothing.
  for (let at = 0; at < found.length; at += 1) {
    const row = found[at] ?? 0;
    let matched = 0;
    let named = 0;
    for (const { occurs, occursInName } of clauses) {
      matched += occurs[row] ?? 0;
      named += occursInName[row] ?? 0;
    }
    if (matched < 2) continue;
    if (named === matched) scores[at] = 1;
    else if (positioned.length > 1 && areSideBySide(positioned, row)) scores[at] = 0.5;
  }
  return scores;
}

/** A clause whose positions are known, read letter by letter. */
interface PositionedClause {
  occurs: Uint8Array;
  cursors: readonly PostingCursor[];
}

/** Whether somewhere in the letter all clauses that occur in it are near the first of them. */
function areSideBySide(clauses: readonly PositionedClause[], row: number): boolean {
  let at = 0;
  while (clauses[at]?.occurs[row] === 0) at += 1;
  const first = clauses[at];
  let others = 0;
  for (let next = at + 1; next < clauses.length; next += 1) others += clauses[next]?.occurs[row] ?? 0;
  if (first === undefined || others === 0) return false;
  seekRow(first.cursors, row);
  for (const { positions, from, to } of first.cursors) {
    for (let next = at + 1; next < clauses.length; next += 1) seekRow(clauses[next]?.cursors ?? [], row);
    for (let each = from; each < to; each += 1)
      if (areNear(clauses, at + 1, row, positions[each] ?? 0)) return true;
  }
  return false;
}

/**
 * Whether each clause from `from` on that occurs in the letter does so near a position.
 *
 * @param position Not below that of the call before.
 */
function areNear(clauses: readonly PositionedClause[], from: number, row: number, position: number): boolean {
  for (let at = from; at < clauses.length; at += 1) {
    const clause = clauses[at];
    if (clause?.occurs[row] === 1 && !hasPosition(clause.cursors, position, near)) return false;
  }
  return true;
}
