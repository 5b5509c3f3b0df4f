import { foldUnits } from '../text/fold.ts';
import { fieldRows, type RowTest } from './field-rows.ts';
import { isTextTerm, type Query, type Term } from '../query/query.ts';
import { endsOf, isNaming, relevance, type Ends } from './relevance.ts';
import type { PhraseMatches } from './phrase-places.ts';
import type { ShardReader } from './shard-reader.ts';
import { phraseOf } from '../text/tokens.ts';

/** A letter that satisfies a query, within its shard. */
export interface RowHit {
  row: number;
  /** How much it is about each clause. */
  scores: number[];
  /** How much more its matches say together than each alone: 0–1. */
  together: number;
}

/** What a shard answers. */
export interface ShardAnswer {
  hits: RowHit[];
  /** How many letters satisfy each clause by itself. */
  matched: number[];
}

/** What a term finds: letters that satisfy it, and where its text stands in them. */
interface TermRows {
  satisfies: RowTest;
  places: PhraseMatches;
  length: number;
}

/** Finds the letters of a shard that satisfy a query: exactly those a scan would find. */
export async function searchShard(shard: ShardReader, query: Query): Promise<ShardAnswer> {
  const { ids, zoneEnds } = await shard.head();
  const clauses = await Promise.all(
    query.clauses.map((terms) => Promise.all(terms.map((term) => findTerm(shard, term)))),
  );
  const hits: RowHit[] = [];
  const matched = clauses.map(() => 0);
  for (let row = 0; row < ids.length; row += 1) {
    let held = 0;
    for (const [clause, terms] of clauses.entries()) {
      if (!terms.some(({ satisfies }) => satisfies(row))) continue;
      matched[clause] = (matched[clause] ?? 0) + 1;
      held += 1;
    }
    if (held < clauses.length) continue;
    const ends = endsOf(zoneEnds, row);
    const scores = clauses.map((terms) =>
      terms.reduce((sum, { places, length }) => {
        const here = places.get(row);
        return here === undefined ? sum : sum + relevance(here, length, ends);
      }, 0),
    );
    hits.push({ row, scores, together: clauses.length < 2 ? 0 : togetherness(clauses, row, ends) });
  }
  return { hits, matched };
}

async function findTerm(shard: ShardReader, term: Term): Promise<TermRows> {
  if (!isTextTerm(term)) {
    const test = await fieldRows(shard, term.test);
    return { satisfies: (row) => test(row) !== term.negated, places: noPlaces, length: 0 };
  }
  const options = { spacesBreak: term.quoted };
  const matches = await shard.match(phraseOf(term.text, options));
  return {
    satisfies: (row) => matches.has(row) !== term.negated,
    places: term.negated ? noPlaces : matches,
    length: foldUnits(term.text, options).length,
  };
}

const noPlaces: PhraseMatches = new Map();

/** So near are words of one clause of a sentence, in tokens. */
const near = 12;

/** Whether the matches of several clauses stand together: all in what names the letter, or side by side. */
function togetherness(clauses: readonly TermRows[][], row: number, ends: Ends): number {
  const stands = clauses.map((terms) => terms.flatMap(({ places }) => [...(places.get(row) ?? [])]));
  const matched = stands.filter((places) => places.length > 0);
  const [first, ...others] = matched;
  if (first === undefined || others.length === 0) return 0;
  if (matched.every((places) => places.some((place) => isNaming(place, ends)))) return 1;
  const beside = first.some((place) =>
    others.every((places) => places.some((other) => Math.abs(other - place) <= near)),
  );
  return beside ? 0.5 : 0;
}
