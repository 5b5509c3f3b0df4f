import type { ListSummary } from '../lists/letter-lists.ts';

/** What the search page and the page for missing addresses show: the years, as a way without searching. */
export interface YearsPage {
  years: readonly ListSummary[];
}
