import type { Letter } from '../letter/letter.ts';
import { formatSessionName } from '../wording/proposal-reference.ts';

/** The letters before and after one in its series, and what the series is. */
export interface Neighbours<L extends Letter> {
  series: string;
  previous?: L;
  next?: L;
}

/**
 * Gives each letter its neighbours: those that answer the same session's proposals, in the order of
 * their numbers; a letter that names no session stands among such letters of its year, by date.
 *
 * @returns By letter id.
 */
export function findNeighbours<L extends Letter>(letters: readonly L[]): Map<string, Neighbours<L>> {
  const found = new Map<string, Neighbours<L>>();
  for (const [series, members] of Map.groupBy(letters, nameSeries)) {
    const sorted = members.toSorted(compareInSeries);
    sorted.forEach((letter, at) => {
      const previous = sorted[at - 1];
      const next = sorted[at + 1];
      found.set(letter.id, { series, ...(previous && { previous }), ...(next && { next }) });
    });
  }
  return found;
}

/** The series of a letter: the session whose proposal it answers, else the year under which it is filed. */
export function nameSeries(letter: Letter): string {
  const { proposal } = letter.data;
  const meeting = proposal?.session === undefined ? undefined : formatSessionName(proposal);
  return meeting ?? `${letter.id.split('/')[0] ?? ''}年`;
}

/** The order of a series: by the proposal's number, then date, then id. */
export function compareInSeries(a: Letter, b: Letter): number {
  const byNumber = compareText(a.data.proposal?.number ?? '', b.data.proposal?.number ?? '');
  return byNumber || compareText(a.data.issuedOn ?? '', b.data.issuedOn ?? '') || compareText(a.id, b.id);
}

// Numbers such as 094 and DH0271 sort by their figures; no locale, so that builds are the same everywhere.
const collator = new Intl.Collator('en', { numeric: true });

function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}
