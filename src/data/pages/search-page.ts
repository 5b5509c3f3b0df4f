import type { ListSummary } from '../lists/letter-lists.ts';
import type { SearchExample } from './search-examples.ts';

/** What the search page shows before its script searches. */
export interface SearchPage {
  /** A way without searching. */
  years: readonly ListSummary[];
  examples: readonly SearchExample[];
}
