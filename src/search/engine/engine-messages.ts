import type { IndexEntry } from '../form/edition-index.ts';
import type { ListedLetter } from '../../data/lists/letter-columns.ts';
import type { Caption, LetterExcerpt, SearchAnswer } from './search-answer.ts';
import type { SearchRequest } from '../query/search-request.ts';

/**
 * An answer as the page has it: of the ids only how many they are. There may be a hundred thousand, which
 * stay in the worker; the page asks for those it shows.
 */
export type SentAnswer = Omit<SearchAnswer, 'ids'> & { count: number };

/** A question to the engine. Its ticket names it in answers and in a cancellation. */
export type Question =
  | { kind: 'search'; ticket: number; request: SearchRequest }
  /** Asks for the excerpts of some letters that were found with this text. */
  | { kind: 'excerpts'; ticket: number; text: string; ids: readonly string[] }
  /** Asks for ids `from` up to, not including, `to` of the newest complete answer, named by its ticket. */
  | { kind: 'ids'; ticket: number; answer: number; from: number; to: number }
  | { kind: 'captions'; ticket: number; ids: readonly string[] }
  | { kind: 'list'; ticket: number; ids: readonly string[] }
  | { kind: 'suggest'; ticket: number; text: string; limit: number };

/** A reply to a question. Only a search has several: the last is complete. */
export type Reply =
  | ({ kind: 'found'; ticket: number } & SentAnswer)
  | { kind: 'excerpts'; ticket: number; results: LetterExcerpt[] }
  | { kind: 'ids'; ticket: number; packed: string }
  | { kind: 'captions'; ticket: number; captions: Caption[] }
  | { kind: 'list'; ticket: number; letters: ListedLetter[] }
  | { kind: 'suggestions'; ticket: number; suggestions: Caption[] };

/** What the page sends to the worker that the engine runs in. */
export type ToEngine =
  /**
   * Comes before everything else. `folder` is where the worker loads the index from; absent where the page
   * must load it. `sparing`: load only what is asked for.
   */
  | { kind: 'entry'; entry: IndexEntry; folder?: string; sparing: boolean }
  | Question
  /** Nobody waits for this question any more; it is not answered. */
  | { kind: 'cancel'; ticket: number }
  /** A file that was asked for; without data it is missing. */
  | { kind: 'file'; name: string; data?: string };

/** What the worker sends to the page. */
export type FromEngine =
  /** Asks the page to load this file and send it. */
  { kind: 'load'; name: string } | Reply | { kind: 'failed'; ticket: number; reason: string };

/** Packs ids into one text, which crosses from the worker in a fraction of the time that a list takes. */
export function packIds(ids: readonly string[]): string {
  return ids.join('\n');
}

/** Reads what `packIds` packed. */
export function unpackIds(packed: string): string[] {
  return packed === '' ? [] : packed.split('\n');
}
