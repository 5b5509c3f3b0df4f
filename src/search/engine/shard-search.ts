import type { ZoneEnds } from '../form/catalogue.ts';
import { isTextTerm, type Query, type Term } from '../query/query.ts';
import { foldUnits } from '../text/fold.ts';
import { phraseOf } from '../text/tokens.ts';
import { fieldRows, type RowTest } from './field-filter.ts';
import { createZoneCounts } from './relevance.ts';
import type { Standing } from './posting-cursor.ts';
import { proximityOf, type ClauseTexts } from './proximity.ts';
import type { ShardReader } from './shard-reader.ts';

/** Letters of a shard that satisfy a query, by column: these may be all of its letters. */
export interface Hits {
  /** Ascending. */
  rows: Uint32Array;
  /** For each clause, how much each of these letters is about it. */
  scores: Float64Array[];
  /** How much more the matches of each letter say together than each alone: 0–1. */
  together: Float64Array;
}

/** What a shard answers. */
export interface ShardAnswer extends Hits {
  /** How many letters of the shard satisfy each clause by itself. */
  matched: number[];
}

/** What a term finds: letters that satisfy it, and where its text stands in them. */
interface TermRows {
  /** Absent where the letters in which the text stands are those that satisfy the term. */
  test?: RowTest;
  standings: readonly Standing[];
  /** Units of the text. */
  length: number;
}

/** What a clause finds, for every row of the shard. */
interface ClauseRows extends ClauseTexts {
  /** Which letters satisfy it: 1 or 0. */
  holds: Uint8Array;
  scores: Float64Array;
}

/**
 * Finds the letters of a shard that satisfy a query: exactly those a scan would find. What runs for each
 * letter is plain loops over columns: a browser has not compiled it when it is needed.
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
  const clauses = terms.map((found) => clauseRows(found, zoneEnds, count));
  const rows = rowsInAll(clauses, count);
  return {
    rows,
    scores: clauses.map(({ scores }) => valuesOf(scores, rows)),
    together: clauses.length < 2 ? new Float64Array(rows.length) : proximityOf(clauses, rows),
    matched: clauses.map(({ holds }) => holds.reduce((sum, held) => sum + held, 0)),
  };
}

function rowsInAll(clauses: readonly ClauseRows[], count: number): Uint32Array {
  const passed = new Uint8Array(count).fill(1);
  for (const { holds } of clauses)
    for (let row = 0; row < count; row += 1) if (holds[row] === 0) passed[row] = 0;
  const rows = new Uint32Array(count);
  let end = 0;
  for (let row = 0; row < count; row += 1) if (passed[row] === 1) rows[end++] = row;
  return rows.slice(0, end);
}

function valuesOf(column: Float64Array, rows: Uint32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) values[at] = column[rows[at] ?? 0] ?? 0;
  return values;
}

async function findTerm(shard: ShardReader, term: Term): Promise<TermRows> {
  if (!isTextTerm(term)) {
    const test = await fieldRows(shard, term.test);
    return { test: (row) => test(row) !== term.negated, standings: [], length: 0 };
  }
  const options = { spacesBreak: term.quoted };
  const standings = await shard.match(phraseOf(term.text, options));
  if (term.negated) {
    const holding = new Set(standings.flatMap(({ rows }) => [...rows]));
    return { test: (row) => !holding.has(row), standings: [], length: 0 };
  }
  return { standings, length: foldUnits(term.text, options).length };
}

function clauseRows(terms: readonly TermRows[], zoneEnds: ZoneEnds, count: number): ClauseRows {
  const holds = new Uint8Array(count);
  const stands = new Uint8Array(count);
  const names = new Uint8Array(count);
  const scores = new Float64Array(count);
  for (const { test, standings, length } of terms) {
    if (test)
      for (let row = 0; row < count; row += 1) {
        if (test(row)) holds[row] = 1;
      }
    if (standings.length === 0) continue;
    const counts = createZoneCounts(zoneEnds, count);
    for (const standing of standings) counts.add(standing);
    const here = rowsOf(standings, count);
    for (let row = 0; row < count; row += 1) {
      if (here[row] === 0) continue;
      holds[row] = 1;
      stands[row] = 1;
      if (counts.names(row)) names[row] = 1;
      scores[row] = (scores[row] ?? 0) + counts.relevance(row, length);
    }
  }
  const places = terms.flatMap(({ standings }) => standings);
  const isPlaced = places.every((standing) => 'places' in standing);
  return { holds, stands, names, scores, ...(isPlaced && { places }) };
}

/** Of each row whether anything stands there: 1 or 0. */
function rowsOf(standings: readonly Standing[], count: number): Uint8Array {
  const stands = new Uint8Array(count);
  for (const { rows } of standings) for (const row of rows) stands[row] = 1;
  return stands;
}
