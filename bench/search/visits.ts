import type { Browser, Request } from '@playwright/test';
import { installProbe, type Answer } from './page-probe.ts';
import type { Query } from './queries.ts';

/** A query as a visitor puts it. */
export interface Asked extends Answer {
  query: Query;
  /** Sent over the network for it, headers included; the first of a visit has the whole page in it. */
  bytes: number;
}

/** A visitor with an empty cache who puts some queries, one after the other. */
export interface Visit {
  first: Asked;
  further: Asked[];
  /** Longest task of the page's main thread, in milliseconds; 0 when none took 50. */
  longestTask: number;
}

/** Queries of one visitor. */
export const queriesAVisit = 10;

const patience = 120_000;

/**
 * Opens the search page once for every ten queries, each time in a browser context of its own, and puts
 * the queries.
 *
 * @param address Of the search page, `http:` or `file:`.
 * @throws Error when an answer takes longer than two minutes, or the page fails.
 */
export async function visit(browser: Browser, address: string, queries: readonly Query[]): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (let at = 0; at < queries.length; at += queriesAVisit)
    visits.push(await visitOnce(browser, address, queries.slice(at, at + queriesAVisit)));
  return visits;
}

async function visitOnce(browser: Browser, address: string, queries: readonly Query[]): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const finished: Promise<number>[] = [];
    page.on('requestfinished', (request) => finished.push(bytesOf(request)));
    await page.addInitScript(installProbe);
    await page.goto(address);
    const asked: Asked[] = [];
    for (const query of queries) {
      const answer = await withPatience(
        page.evaluate((text) => {
          if (!window.probe) throw new Error('no probe');
          return window.probe.ask(text);
        }, query.text),
      );
      const bytes = await Promise.all(finished.splice(0));
      asked.push({ query, ...answer, bytes: bytes.reduce((sum, one) => sum + one, 0) });
    }
    const [first, ...further] = asked;
    if (!first) throw new Error('a visit without queries');
    const longestTask = await page.evaluate(() => window.probe?.longestTask() ?? 0);
    return { first, further, longestTask };
  } finally {
    await context.close();
  }
}

/** Bytes of the answer as the browser's network log counts them; nothing for what its cache held. */
async function bytesOf(request: Request): Promise<number> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return responseBodySize + responseHeadersSize;
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`没有在 ${patience / 1000} 秒内答复 no answer in time`));
    }, patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
