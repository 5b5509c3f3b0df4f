import type { ZoneEnds } from '../form/catalogue.ts';
import { isTextTerm, type Query, type Term } from '../query/query.ts';
import { foldUnits } from '../text/fold.ts';
import { tokenizePhrase } from '../text/tokens.ts';
import { createRowTest, type RowTest } from './field-filter.ts';
import { hasPositions, type Occurrences } from './occurrences.ts';
import { scoreProximity, type ClauseMatches } from './proximity.ts';
import { createZoneCounts } from './relevance.ts';
import type { ShardReader } from './shard-reader.ts';

/** Letters of a shard that satisfy a query, in columns: they may be all letters of the shard. */
export interface Hits {
  /** Ascending. */
  rows: Uint32Array;
  /** For each clause, how relevant each of these letters is to it. */
  scores: Float64Array[];
  /** How close the matches of the clauses are in each letter: 0–1. */
  proximity: Float64Array;
}

export interface ShardAnswer extends Hits {
  /** How many letters of the shard satisfy each clause by itself. */
  matched: number[];
}

/** What a term finds. */
interface TermMatches {
  /** Absent where the letters that satisfy the term are those in which its text occurs. */
  test?: RowTest;
  /** Where its text occurs. */
  occurrences: readonly Occurrences[];
  /** Units of the text. */
  length: number;
}

/** What a clause finds, for every row of the shard. */
interface ClauseHits extends ClauseMatches {
  /** Which letters satisfy it: 1 or 0. */
  satisfied: Uint8Array;
  scores: Float64Array;
}

/**
 * Finds the letters of a shard that satisfy a query: exactly those that a scan would find. Work per letter is
 * plain loops over columns, because a browser has not compiled it when it is needed.
 */
export async function searchShard(
  shard: ShardReader,
  query: Query,
  signal?: AbortSignal,
): Promise<ShardAnswer> {
  // Neither waits for the other's files.
  const [{ ids, zoneEnds }, terms] = await Promise.all([
    shard.head(),
    Promise.all(query.clauses.map((clause) => Promise.all(clause.map((term) => findTerm(shard, term))))),
  ]);
  signal?.throwIfAborted();
  const count = ids.length;
  const clauses = terms.map((matches) => combineTerms(matches, zoneEnds, count));
  const rows = intersectClauses(clauses, count);
  return {
    rows,
    scores: clauses.map(({ scores }) => pick(scores, rows)),
    proximity: clauses.length < 2 ? new Float64Array(rows.length) : scoreProximity(clauses, rows),
    matched: clauses.map(({ satisfied }) => satisfied.reduce((sum, one) => sum + one, 0)),
  };
}

function intersectClauses(clauses: readonly ClauseHits[], count: number): Uint32Array {
  const passed = new Uint8Array(count).fill(1);
  for (const { satisfied } of clauses)
    for (let row = 0; row < count; row += 1) if (satisfied[row] === 0) passed[row] = 0;
  const rows = new Uint32Array(count);
  let end = 0;
  for (let row = 0; row < count; row += 1) if (passed[row] === 1) rows[end++] = row;
  return rows.slice(0, end);
}

function pick(column: Float64Array, rows: Uint32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) values[at] = column[rows[at] ?? 0] ?? 0;
  return values;
}

async function findTerm(shard: ShardReader, term: Term): Promise<TermMatches> {
  if (!isTextTerm(term)) {
    const test = await createRowTest(shard, term.test);
    return { test: (row) => test(row) !== term.negated, occurrences: [], length: 0 };
  }
  const options = { spacesBreak: term.quoted };
  const occurrences = await shard.findPhrase(tokenizePhrase(term.text, options));
  if (term.negated) {
    const excluded = new Set(occurrences.flatMap(({ rows }) => [...rows]));
    return { test: (row) => !excluded.has(row), occurrences: [], length: 0 };
  }
  return { occurrences, length: foldUnits(term.text, options).length };
}

function combineTerms(terms: readonly TermMatches[], zoneEnds: ZoneEnds, count: number): ClauseHits {
  const satisfied = new Uint8Array(count);
  const occurs = new Uint8Array(count);
  const occursInName = new Uint8Array(count);
  const scores = new Float64Array(count);
  for (const { test, occurrences, length } of terms) {
    if (test)
      for (let row = 0; row < count; row += 1) {
        if (test(row)) satisfied[row] = 1;
      }
    if (occurrences.length === 0) continue;
    const counts = createZoneCounts(zoneEnds, count);
    for (const one of occurrences) counts.add(one);
    const matching = flagRows(occurrences, count);
    for (let row = 0; row < count; row += 1) {
      if (matching[row] === 0) continue;
      satisfied[row] = 1;
      occurs[row] = 1;
      if (counts.isInName(row)) occursInName[row] = 1;
      scores[row] = (scores[row] ?? 0) + counts.relevance(row, length);
    }
  }
  const postings = terms.flatMap(({ occurrences }) => occurrences);
  const isPositioned = postings.every(hasPositions);
  return { satisfied, occurs, occursInName, scores, ...(isPositioned && { postings }) };
}

/** Of each row, 1 if anything occurs in the letter, else 0. */
function flagRows(occurrences: readonly Occurrences[], count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (const { rows } of occurrences) for (const row of rows) flags[row] = 1;
  return flags;
}
