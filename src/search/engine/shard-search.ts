import type { ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import { isTextTerm, type Query, type Term } from '../query/query.ts';
import { foldUnits } from '../text/fold.ts';
import { phraseOf } from '../text/tokens.ts';
import { fieldRows, type RowTest } from './field-rows.ts';
import { createZoneCounts } from './relevance.ts';
import { togetherness } from './together.ts';
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
  postings: readonly Posting[];
  /** Units of the text. */
  length: number;
}

/** What a clause finds, for every row of the shard. */
interface ClauseRows {
  holds: Uint8Array;
  scores: Float64Array;
  /** Where its texts stand. */
  postings: readonly Posting[];
}

/** Finds the letters of a shard that satisfy a query: exactly those a scan would find. */
export async function searchShard(shard: ShardReader, query: Query): Promise<ShardAnswer> {
  // Neither waits for the other's files.
  const [{ ids, zoneEnds }, terms] = await Promise.all([
    shard.head(),
    Promise.all(query.clauses.map((clause) => Promise.all(clause.map((term) => findTerm(shard, term))))),
  ]);
  const count = ids.length;
  const clauses = terms.map((found) => clauseRows(found, zoneEnds, count));
  const found: number[] = [];
  for (let row = 0; row < count; row += 1)
    if (clauses.every(({ holds }) => holds[row] === 1)) found.push(row);
  return {
    rows: Uint32Array.from(found),
    scores: clauses.map(({ scores }) => Float64Array.from(found, (row) => scores[row] ?? 0)),
    together:
      clauses.length < 2
        ? new Float64Array(found.length)
        : togetherness(
            clauses.map(({ postings }) => postings),
            found,
            zoneEnds,
          ),
    matched: clauses.map(({ holds }) => holds.reduce((sum, held) => sum + held, 0)),
  };
}

async function findTerm(shard: ShardReader, term: Term): Promise<TermRows> {
  if (!isTextTerm(term)) {
    const test = await fieldRows(shard, term.test);
    return { test: (row) => test(row) !== term.negated, postings: [], length: 0 };
  }
  const options = { spacesBreak: term.quoted };
  const postings = await shard.match(phraseOf(term.text, options));
  if (term.negated) {
    const standing = new Set(postings.flatMap(({ rows }) => [...rows]));
    return { test: (row) => !standing.has(row), postings: [], length: 0 };
  }
  return { postings, length: foldUnits(term.text, options).length };
}

function clauseRows(terms: readonly TermRows[], zoneEnds: ZoneEnds, count: number): ClauseRows {
  const holds = new Uint8Array(count);
  const scores = new Float64Array(count);
  for (const { test, postings, length } of terms) {
    const counts = createZoneCounts(zoneEnds, postings.length === 0 ? 0 : count);
    for (const posting of postings) counts.add(posting);
    const standing = new Uint8Array(count);
    for (const { rows } of postings) for (const row of rows) standing[row] = 1;
    for (let row = 0; row < count; row += 1) {
      if (standing[row] === 1) scores[row] = (scores[row] ?? 0) + counts.relevance(row, length);
      if (standing[row] === 1 || test?.(row) === true) holds[row] = 1;
    }
  }
  return { holds, scores, postings: terms.flatMap(({ postings }) => postings) };
}
