import type { Query, Term } from './query.ts';
import { relevance } from './relevance.ts';
import type { PhraseMatches, ShardReader } from './shard-reader.ts';
import { phraseOf } from './tokens.ts';

/** A letter that satisfies a query, within its shard. */
export interface RowHit {
  row: number;
  score: number;
}

/** Finds the letters of a shard that satisfy a query: exactly those a scan would find. */
export async function searchShard(shard: ShardReader, query: Query): Promise<RowHit[]> {
  const { ids, zoneEnds } = await shard.head();
  const [titles, headers, headings] = zoneEnds;
  const endsOf = (row: number) => [titles[row] ?? 0, headers[row] ?? 0, headings[row] ?? 0] as const;

  const clauses = await Promise.all(
    query.clauses.map(async (terms) => {
      const scores = new Map<number, number>();
      for (const term of terms) {
        const matches = await matchTerm(shard, term);
        for (let row = 0; row < ids.length; row += 1) {
          const places = matches.get(row);
          if ((places === undefined) !== term.negated) continue;
          const score = places === undefined ? 0 : relevance(places, endsOf(row));
          scores.set(row, (scores.get(row) ?? 0) + score);
        }
      }
      return scores;
    }),
  );
  const [first, ...others] = clauses;
  if (first === undefined) return [];
  const hits: RowHit[] = [];
  for (const [row, score] of first)
    if (others.every((scores) => scores.has(row)))
      hits.push({ row, score: others.reduce((sum, scores) => sum + (scores.get(row) ?? 0), score) });
  return hits;
}

function matchTerm(shard: ShardReader, { text, quoted }: Term): Promise<PhraseMatches> {
  return shard.match(phraseOf(text, { spacesBreak: quoted }));
}
