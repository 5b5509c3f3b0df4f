import type { Result } from './engine.ts';
import type { IndexEntry } from './edition-index.ts';

/** What the page tells the worker that the engine runs in. */
export type ToEngine =
  | { kind: 'entry'; entry: IndexEntry }
  | { kind: 'search'; ticket: number; text: string; shown: number }
  | { kind: 'file'; name: string; data: string }
  | { kind: 'missing'; name: string };

/** What the worker tells the page. Only the newest ticket matters: an older search is dropped. */
export type FromEngine =
  /** The page is to load this file and send it. */
  | { kind: 'load'; name: string }
  | { kind: 'found'; ticket: number; ids: string[]; results: Result[]; problems: string[]; complete: boolean }
  | { kind: 'failed'; ticket: number; reason: string };
