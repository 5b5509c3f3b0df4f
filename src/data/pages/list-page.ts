import type { Letter } from '../letter/letter.ts';
import {
  summarise,
  ways,
  type LetterList,
  type LetterLists,
  type ListSummary,
  type Way,
} from '../lists/letter-lists.ts';
import { paginateList, type ListPage } from '../lists/list-pages.ts';

/** What a page of a list shows. */
export interface ShownListPage<L extends Letter = Letter> {
  page: ListPage<L>;
  /** Lists of the same way to go on to; empty where there may be thousands. */
  others: readonly ListSummary[];
}

/** Gathers what the pages of all lists show. */
export function makeListPages<L extends Letter>(lists: LetterLists<L>): ShownListPage<L>[] {
  const summaries = { years: lists.years.map(summarise), kinds: lists.kinds.map(summarise) };
  const sessions = Map.groupBy(lists.sessions, ({ body }) => body);
  // There may be thousands of agencies, so only their overview lists them all.
  const siblings: Record<Way, (list: LetterList) => readonly ListSummary[]> = {
    years: () => summaries.years,
    sessions: ({ body }) => (sessions.get(body) ?? []).map(summarise),
    agencies: () => [],
    kinds: () => summaries.kinds,
  };
  return ways.flatMap((way) =>
    lists[way].flatMap((list) => {
      const all = siblings[way](list);
      const others = all.length > 1 ? all : [];
      return paginateList(list).map((page) => ({ page, others }));
    }),
  );
}
