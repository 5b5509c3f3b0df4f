import type { Letter } from '../letter/letter.ts';
import { placeProposal } from '../../reply/letter-place.ts';
import { formatSessionName } from '../wording/proposal-reference.ts';
import { memoize } from './memoize.ts';

/** The previous and next letter in a series, and the name of the series. */
export interface Neighbours<L extends Letter> {
  series: string;
  previous?: L;
  next?: L;
}

/**
 * Finds the neighbours of letters: those that answer the same session's proposals are ordered by
 * number; those that name no session form a series for each year, ordered by date.
 *
 * @returns A function that gives the neighbours of any of `letters`.
 */
export function findNeighbours<L extends Letter>(
  letters: readonly L[],
): (letter: L) => Neighbours<L> | undefined {
  const all = Map.groupBy(letters, nameSeries);
  const neighboursIn = memoize((series: string) => {
    const sorted = (all.get(series) ?? []).toSorted(compareInSeries);
    return new Map(
      sorted.map((letter, at) => {
        const previous = sorted[at - 1];
        const next = sorted[at + 1];
        return [letter.id, { series, ...(previous && { previous }), ...(next && { next }) }];
      }),
    );
  });
  return (letter) => neighboursIn(nameSeries(letter)).get(letter.id);
}

/** Names the series of a letter: the session whose proposal it answers, or else the year under which it is filed. */
export function nameSeries(letter: Letter): string {
  const proposal = placeProposal(letter.data);
  const meeting = proposal?.session === undefined ? undefined : formatSessionName(proposal);
  return meeting ?? `${letter.id.split('/')[0] ?? ''}年`;
}

/** Compares letters of a series: by the proposal's number, then date, then id. */
export function compareInSeries(a: Letter, b: Letter): number {
  const byNumber = compareText(a.data.proposal?.number ?? '', b.data.proposal?.number ?? '');
  return byNumber || compareText(a.data.issuedOn ?? '', b.data.issuedOn ?? '') || compareText(a.id, b.id);
}

// Sorts numbers such as 094 and DH0271 by their digits. The locale is fixed, so that builds are the same
// everywhere.
const collator = new Intl.Collator('en', { numeric: true });

function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}
