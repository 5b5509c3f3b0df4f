import type { PageHeading } from '../../markdown/rendered-body.ts';
import type { Letter } from '../letter/letter.ts';
import {
  sortByLatest,
  sortBySize,
  summarise,
  ways,
  type LetterLists,
  type ListSummary,
  type Way,
} from '../lists/letter-lists.ts';
import { countLetters, type Tally } from '../statistics/statistics.ts';
import { findDaySpan, type DaySpan } from '../wording/chinese-day.ts';

/** How large the collection is. */
export interface CollectionSize {
  letters: number;
  /** What agencies undertake in them. */
  commitments: number;
  issuers: number;
  /** Absent when no letter is dated. */
  days: DaySpan | undefined;
}

/** A way into the archive: its first lists, and how many it has. */
export interface WayIn {
  way: Way;
  lists: readonly ListSummary[];
  of: number;
}

/** What the home page shows. */
export interface HomePage {
  size: CollectionSize;
  newest: { letter: Letter; headings: readonly PageHeading[] } | undefined;
  /** The next newest, newest first. */
  recent: readonly Letter[];
  /** None into an archive of a single letter, which the page shows. */
  ways: readonly WayIn[];
  /** Letters by year, oldest first, without gaps. */
  years: readonly Tally[];
}

/** Lists shown of each way: about as many as keep the column as long as the letters beside it. */
const shownLists = 6;
const shownLetters = 10;

const orders: Record<Way, typeof sortBySize> = {
  years: (years) => [...years],
  places: sortBySize,
  sessions: sortByLatest,
  agencies: sortBySize,
  kinds: (kinds) => [...kinds],
};

/**
 * Gathers what the home page shows.
 *
 * @param letters Newest first.
 * @param headings Of the newest letter.
 * @param commitments How many there are in all letters.
 */
export function makeHomePage(
  letters: readonly Letter[],
  lists: LetterLists,
  headings: readonly PageHeading[],
  commitments: number,
): HomePage {
  const [newest, ...recent] = letters.slice(0, shownLetters);
  return {
    size: {
      letters: letters.length,
      commitments,
      issuers: new Set(letters.map(({ data }) => data.issuer)).size,
      days: findDaySpan(letters.map(({ data }) => data.issuedOn)),
    },
    newest: newest && { letter: newest, headings },
    recent,
    ways: ways
      .filter((way) => letters.length > 1 && lists[way].length > 0)
      .map((way) => ({
        way,
        lists: orders[way](lists[way]).slice(0, shownLists).map(summarise),
        of: lists[way].length,
      })),
    years: countLetters(letters, {}).years,
  };
}
