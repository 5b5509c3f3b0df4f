import { groupLists } from '../lists/list-groups.ts';
import { summarise, ways, type LetterLists, type ListSummary, type Way } from '../lists/letter-lists.ts';

/** Lists that an overview shows together. */
interface SummaryGroup {
  /** Absent when there is only one group. */
  heading?: string;
  lists: readonly ListSummary[];
}

/** What the overview of a way into the archive shows. */
export interface OverviewPage {
  way: Way;
  /** The ways that have lists. */
  open: readonly Way[];
  groups: readonly SummaryGroup[];
  /** Number of lists. */
  lists: number;
  /** Number of letters in them. */
  listed: number;
  /** Number of letters that are in none. */
  unlisted: number;
}

/**
 * Gathers what the overviews show. A way without lists has none.
 *
 * @param total Number of letters of the archive.
 */
export function makeOverviews(lists: LetterLists, total: number): OverviewPage[] {
  const open = ways.filter((way) => lists[way].length > 0);
  return open.map((way) => {
    const listed = lists[way].reduce((sum, { letters }) => sum + letters.length, 0);
    return {
      way,
      open,
      groups: groupLists(lists[way]).map(({ heading, lists: members }) => ({
        ...(heading !== undefined && { heading }),
        lists: members.map(summarise),
      })),
      lists: lists[way].length,
      listed,
      unlisted: total - listed,
    };
  });
}
