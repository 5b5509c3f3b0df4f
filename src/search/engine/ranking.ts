import type { SearchRequest } from '../query/search-request.ts';
import type { RowHit } from './shard-search.ts';

/** A letter that satisfies a request, before it is put in order. */
export interface Candidate extends Omit<RowHit, 'row'> {
  id: string;
  date: string;
  /** Its own number was typed. */
  direct: boolean;
}

/** What all matches standing together adds, as a share of the score. */
const togetherBonus = 1;

/**
 * Puts letters in the order asked for. By relevance: those whose number was typed first, then by what
 * their matches weigh, a rare word more than a frequent one; the newer first among equals.
 *
 * @param searched Letters that were searched, found or not.
 * @returns Their ids.
 */
export function rank(
  candidates: readonly Candidate[],
  matched: readonly number[],
  searched: number,
  sort: SearchRequest['sort'],
): string[] {
  const rarity = matched.map((count) => Math.log(1 + searched / (1 + count)));
  const scored = candidates.map(({ id, date, direct, scores, together }) => ({
    id,
    date,
    score:
      (direct ? 1e6 : 0) +
      scores.reduce((sum, score, clause) => sum + score * (rarity[clause] ?? 1), 0) *
        (1 + togetherBonus * together),
  }));
  if (sort === 'relevance') scored.sort((a, b) => b.score - a.score || newerFirst(a, b));
  else scored.sort(sort === 'newest' ? newerFirst : olderFirst);
  return scored.map(({ id }) => id);
}

type Dated = Pick<Candidate, 'id' | 'date'>;

/** Undated letters come last in either order. */
function newerFirst(a: Dated, b: Dated): number {
  if (a.date === b.date) return a.id < b.id ? -1 : 1;
  return a.date < b.date ? 1 : -1;
}

function olderFirst(a: Dated, b: Dated): number {
  return a.date === b.date || a.date === '' || b.date === '' ? newerFirst(a, b) : newerFirst(b, a);
}
