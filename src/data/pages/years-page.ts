import type { ListSummary } from '../lists/letter-lists.ts';

/** What the page for missing addresses shows: the years, as a way without searching. */
export interface YearsPage {
  years: readonly ListSummary[];
}
