import { createInstance, type PagefindResult } from 'virtual:dafu/pagefind';
import type { QuickFindMeta } from '../../quick-find/record.ts';
import { quickFindQueries } from '../../quick-find/words.ts';
import { indexFolder } from './pagefind-fetch.ts';

/** A page that the quick find offers. */
export interface FoundPage {
  /** Address relative to the edition's root. */
  address: string;
  meta: QuickFindMeta;
  /** Its text about the first match. */
  excerpt: string;
}

/** The answer to a text. */
export interface Found {
  /** How many pages match. */
  count: number;
  /** The first of them. */
  pages: FoundPage[];
}

/**
 * Opens the index by Pagefind's own runtime, which begins to load at once.
 *
 * @returns A function that finds the pages that have every part of a text. Where the first match is decides on
 *   the order: topics come before titles, and these before numbers, agencies, recipients and headings; then the date.
 */
export function openQuickFind(): (text: string, limit: number) => Promise<Found> {
  const pagefind = createInstance({
    basePath: indexFolder,
    noWorker: true,
    excerptLength: 24,
    excerptEllipsis: '…',
  });
  return async (text, limit) => {
    const parts = quickFindQueries(text);
    const answers = await Promise.all(
      parts.map((query) => pagefind.search(query, { sort: { date: 'desc' } })),
    );
    const found = rank(answers.map(({ results }) => results));
    const pages = await Promise.all(
      found.slice(0, limit).map(async (result) => {
        const { raw_url, url, meta, plain_excerpt } = await result.data();
        return { address: raw_url ?? url, meta, excerpt: plain_excerpt };
      }),
    );
    return { count: found.length, pages };
  };
}

/** A result and where it matches. */
interface Placed {
  result: PagefindResult;
  /** Index of the first matching word; of one found by its metadata alone, the last imaginable. */
  place: number;
}

function placed(result: PagefindResult): Placed {
  const place = result.words.reduce((least, word) => Math.min(least, word), Number.MAX_SAFE_INTEGER);
  return { result, place };
}

/**
 * The pages that all answers share, by the part that matches last in them.
 *
 * @returns Of each page the result of that part, whose excerpt has what the title has not.
 */
function rank([first = [], ...others]: PagefindResult[][]): PagefindResult[] {
  let shared = first.map(placed);
  for (const results of others) {
    const known = new Map(results.map((result) => [result.id, placed(result)]));
    shared = shared.flatMap((one) => {
      const other = known.get(one.result.id);
      return other ? [other.place > one.place ? other : one] : [];
    });
  }
  return shared.sort((a, b) => a.place - b.place).map(({ result }) => result);
}
