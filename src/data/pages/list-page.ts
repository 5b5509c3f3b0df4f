import type { Letter } from '../letter/letter.ts';
import {
  allLists,
  summarise,
  type LetterList,
  type LetterLists,
  type ListSummary,
  type Way,
} from '../lists/letter-lists.ts';
import { filterList, type ListFilter } from '../lists/list-facets.ts';
import { paginateList, type ListPage } from '../lists/list-pages.ts';

/** What a page of a list shows. */
export interface ShownListPage<L extends Letter = Letter> {
  page: ListPage<L>;
  /** Lists of the same way to go on to; empty where there may be thousands. */
  others: readonly ListSummary[];
  /** How the search page searches and narrows the list. */
  filter: ListFilter;
}

/** As many as are read beside a list. */
const mostPlaces = 40;

/** Gathers what the pages of all lists show. */
export function makeListPages<L extends Letter>(lists: LetterLists<L>): ShownListPage<L>[] {
  const summaries = { years: lists.years.map(summarise), kinds: lists.kinds.map(summarise) };
  const places = lists.places.length > mostPlaces ? [] : lists.places.map(summarise);
  const sessions = Map.groupBy(lists.sessions, ({ body }) => body);
  const dividedInto = ({ letters }: LetterList<L>) => {
    const members = new Set(letters);
    return lists.sessions.filter((session) => session.letters.some((letter) => members.has(letter)));
  };
  // There may be thousands of agencies, so only their overview lists them all.
  const siblings: Record<Way, (list: LetterList<L>) => readonly ListSummary[]> = {
    years: () => summaries.years,
    places: () => places,
    sessions: (list) =>
      (lists.merged.includes(list) ? dividedInto(list) : (sessions.get(list.body) ?? [])).map(summarise),
    agencies: () => [],
    kinds: () => summaries.kinds,
  };
  return allLists(lists).flatMap((list) => {
    const all = siblings[list.way](list);
    const others = all.length > 1 ? all : [];
    const filter = filterList(list, lists.merged.includes(list));
    return paginateList(list).map((page) => ({ page, others, filter }));
  });
}
