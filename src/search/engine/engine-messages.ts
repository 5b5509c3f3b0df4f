import type { IndexEntry } from '../form/edition-index.ts';
import type { Caption, ListedLetter, Result, SearchAnswer, Suggestion } from './search-answer.ts';
import type { SearchRequest } from '../query/search-request.ts';

/**
 * An answer as the page has it: of the ids only how many they are. There may be a hundred thousand, which
 * stay in the worker; the page asks for those it shows.
 */
export type SentAnswer = Omit<SearchAnswer, 'ids'> & { count: number };

/** What the page tells the worker that the engine runs in. */
export type ToEngine =
  /**
   * The first of all. `folder` is where the worker may load the index from, if it may at all; `sparing`,
   * whether only what is asked for is to be loaded.
   */
  | { kind: 'entry'; entry: IndexEntry; folder?: string; sparing: boolean }
  | { kind: 'search'; ticket: number; request: SearchRequest }
  /** Asks for the excerpts of some letters that were found with this text. */
  | { kind: 'show'; ticket: number; text: string; ids: readonly string[] }
  /** Asks for ids of the newest whole answer, named by its ticket, from one place up to another. */
  | { kind: 'place'; ticket: number; answer: number; from: number; to: number }
  | { kind: 'caption'; ticket: number; ids: readonly string[] }
  | { kind: 'list'; ticket: number; ids: readonly string[] }
  | { kind: 'suggest'; ticket: number; text: string; limit: number }
  /** A file that was asked for; without data it is missing. */
  | { kind: 'file'; name: string; data?: string };

/** What the worker tells the page. A search or suggestion that is overtaken by a newer one is never answered. */
export type FromEngine =
  /** The page is to load this file and send it. */
  | { kind: 'load'; name: string }
  | ({ kind: 'found'; ticket: number } & SentAnswer)
  | { kind: 'placed'; ticket: number; ids: string }
  | { kind: 'shown'; ticket: number; results: Result[] }
  | { kind: 'captioned'; ticket: number; captions: Caption[] }
  | { kind: 'listed'; ticket: number; rows: ListedLetter[] }
  | { kind: 'suggested'; ticket: number; suggestions: Suggestion[] }
  | { kind: 'failed'; ticket: number; reason: string };

/** Ids on their way from the worker: as one text they take a fraction of the time. */
export const sentIds = {
  pack: (ids: readonly string[]): string => ids.join('\n'),
  unpack: (packed: string): string[] => (packed === '' ? [] : packed.split('\n')),
};
