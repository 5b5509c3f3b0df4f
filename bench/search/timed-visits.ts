import { setTimeout } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { installProbe, type LongestTask } from './page-probe.ts';
import { openPlainPage } from './plain-page.ts';
import type { Query } from './queries.ts';
import { eachVisit, reading } from './visitor.ts';

/** How long a visitor waits for an answer, in milliseconds from the query. */
interface Waited {
  /** The first results are in the list. */
  first: number;
  /** The first page of results is complete, including excerpts. */
  whole: number;
  /** All letters are known. */
  complete: number;
}

/** A visitor with an empty cache, whose page is not instrumented. */
export interface TimedVisit {
  first: Waited;
  further: Waited[];
  longestTask: LongestTask;
}

/**
 * Makes the same visits as `visit`, only for their times.
 *
 * @param address Address of the search page, `http:` or `file:`.
 * @throws Error when an answer takes longer than two minutes or the page fails.
 */
export async function timeQueries(
  browser: Browser,
  address: string,
  queries: readonly Query[],
): Promise<TimedVisit[]> {
  return eachVisit(queries, (some) => visitOnce(browser, address, some));
}

async function visitOnce(browser: Browser, address: string, queries: readonly Query[]): Promise<TimedVisit> {
  const page = await openPlainPage(browser, address, installProbe);
  try {
    const waits: Waited[] = [];
    for (const [place, { text }] of queries.entries()) {
      waits.push(
        await page.call(async (query) => {
          if (!window.probe) throw new Error('no probe');
          const { first, complete } = await window.probe.ask(query);
          return { first, complete, whole: await window.probe.whole() };
        }, text),
      );
      if (place === 0) await setTimeout(reading);
    }
    const [first, ...further] = waits;
    if (!first) throw new Error('a visit without queries');
    const longestTask = await page.call(() => window.probe?.longestTask() ?? { opening: 0, searching: 0 });
    return { first, further, longestTask };
  } finally {
    await page.close();
  }
}
