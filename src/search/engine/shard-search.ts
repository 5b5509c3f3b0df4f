import type { ZoneEnds } from '../form/catalogue.ts';
import type { Posting } from '../form/posting-chunk.ts';
import { isTextTerm, type Query, type Term } from '../query/query.ts';
import { foldUnits } from '../text/fold.ts';
import { phraseOf } from '../text/tokens.ts';
import { fieldRows, type RowTest } from './field-rows.ts';
import { nowhere } from './phrase-places.ts';
import { isNaming, relevance } from './relevance.ts';
import type { ShardReader } from './shard-reader.ts';

/** What a shard answers, by column: a query may find all of its letters. */
export interface ShardAnswer {
  /** The letters that satisfy the query, ascending. */
  rows: Uint32Array;
  /** For each clause, how much each of these letters is about it. */
  scores: Float64Array[];
  /** How much more the matches of each letter say together than each alone: 0–1. */
  together: Float64Array;
  /** How many letters of the shard satisfy each clause by itself. */
  matched: number[];
}

/** What a term finds: letters that satisfy it, and where its text stands in them. */
interface TermRows {
  /** Absent where the letters in which the text stands are those that satisfy the term. */
  test?: RowTest;
  posting: Posting;
  /** Units of the text. */
  length: number;
}

/** What a clause finds, for every row of the shard. */
interface ClauseRows {
  holds: Uint8Array;
  scores: Float64Array;
  terms: readonly TermRows[];
}

/** Finds the letters of a shard that satisfy a query: exactly those a scan would find. */
export async function searchShard(shard: ShardReader, query: Query): Promise<ShardAnswer> {
  const { ids, zoneEnds } = await shard.head();
  const count = ids.length;
  const clauses = await Promise.all(
    query.clauses.map(async (terms) =>
      clauseRows(await Promise.all(terms.map((term) => findTerm(shard, term))), zoneEnds, count),
    ),
  );
  const found: number[] = [];
  for (let row = 0; row < count; row += 1)
    if (clauses.every(({ holds }) => holds[row] === 1)) found.push(row);
  return {
    rows: Uint32Array.from(found),
    scores: clauses.map(({ scores }) => Float64Array.from(found, (row) => scores[row] ?? 0)),
    together: clauses.length < 2 ? new Float64Array(found.length) : togetherness(clauses, found, zoneEnds),
    matched: clauses.map(({ holds }) => holds.reduce((sum, held) => sum + held, 0)),
  };
}

async function findTerm(shard: ShardReader, term: Term): Promise<TermRows> {
  if (!isTextTerm(term)) {
    const test = await fieldRows(shard, term.test);
    return { test: (row) => test(row) !== term.negated, posting: nowhere, length: 0 };
  }
  const options = { spacesBreak: term.quoted };
  const posting = await shard.match(phraseOf(term.text, options));
  if (term.negated) {
    const standing = new Set(posting.rows);
    return { test: (row) => !standing.has(row), posting: nowhere, length: 0 };
  }
  return { posting, length: foldUnits(term.text, options).length };
}

function clauseRows(terms: readonly TermRows[], zoneEnds: ZoneEnds, count: number): ClauseRows {
  const holds = new Uint8Array(count);
  const scores = new Float64Array(count);
  for (const { test, posting, length } of terms) {
    const { rows, starts, places } = posting;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
      holds[row] = 1;
      scores[row] = (scores[row] ?? 0) + relevance(places, from, to, length, zoneEnds, row);
    }
    if (test) for (let row = 0; row < count; row += 1) if (test(row)) holds[row] = 1;
  }
  return { holds, scores, terms };
}

/** So near are words of one clause of a sentence, in tokens. */
const near = 12;

/** Whether the matches of several clauses stand together: all in what names the letter, or side by side. */
function togetherness(
  clauses: readonly ClauseRows[],
  found: readonly number[],
  zoneEnds: ZoneEnds,
): Float64Array {
  const cursors = clauses.map(({ terms }) => terms.map(({ posting }) => placesByRow(posting)));
  return Float64Array.from(found, (row) => {
    const stands = cursors.map((terms) => terms.flatMap((placesOf) => placesOf(row)));
    const matched = stands.filter((places) => places.length > 0);
    const [first, ...others] = matched;
    if (first === undefined || others.length === 0) return 0;
    if (matched.every((places) => places.some((place) => isNaming(place, zoneEnds, row)))) return 1;
    const beside = first.some((place) =>
      others.every((places) => places.some((other) => Math.abs(other - place) <= near)),
    );
    return beside ? 0.5 : 0;
  });
}

/** Gives the places of a row; to be asked for ascending rows. */
function placesByRow({ rows, starts, places }: Posting): (row: number) => number[] {
  let at = 0;
  return (row) => {
    while (at < rows.length && (rows[at] ?? 0) < row) at += 1;
    return rows[at] === row ? [...places.subarray(starts[at], starts[at + 1])] : [];
  };
}
