import { setTimeout } from 'node:timers/promises';
import type { Browser, Page, Request } from '@playwright/test';
import { installProbe } from './page-probe.ts';
import type { Query } from './queries.ts';
import { eachVisit, inTime, reading, viewport } from './visitor.ts';

/** A query of a visitor. */
export interface Asked {
  query: Query;
  ids: string[];
  /**
   * Transferred for it, including headers; the first query of a visit includes the whole page and what it
   * preloads while its results are read.
   */
  bytes: number;
}

/** A visitor with an empty cache who submits some queries in sequence. */
export interface Visit {
  first: Asked;
  further: Asked[];
  /** Transferred until the first results of the first query are shown, including headers. */
  bytesToFirst: number;
}

/**
 * Opens the search page once for every ten queries, each time in a new browser context, and submits the
 * queries. Records what is found and what is transferred for it.
 *
 * @param address Address of the search page, `http:` or `file:`.
 * @throws Error when an answer takes longer than two minutes or the page fails.
 */
export async function visit(browser: Browser, address: string, queries: readonly Query[]): Promise<Visit[]> {
  return eachVisit(queries, (some) => visitOnce(browser, address, some));
}

async function visitOnce(browser: Browser, address: string, queries: readonly Query[]): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport });
  try {
    const page = await context.newPage();
    const network = watchNetwork(page);
    await page.addInitScript(installProbe);
    await page.goto(address);
    const asked: Asked[] = [];
    let bytesToFirst = 0;
    for (const [place, query] of queries.entries()) {
      const answer = await inTime(
        page.evaluate((text) => {
          if (!window.probe) throw new Error('no probe');
          return window.probe.ask(text);
        }, query.text),
      );
      await inTime(network.quiet());
      if (place === 0) bytesToFirst = await network.bytesBy(answer.begun + answer.first);
      const ids = await page.evaluate(() => window.probe?.ids() ?? '');
      if (place === 0) {
        await setTimeout(reading);
        await inTime(network.quiet());
      }
      asked.push({
        query,
        ids: ids === '' ? [] : ids.split('\n'),
        bytes: await network.takeBytes(),
      });
    }
    const [first, ...further] = asked;
    if (!first) throw new Error('a visit without queries');
    return { first, further, bytesToFirst };
  } finally {
    await context.close();
  }
}

/** A page is done after this long without requests, in milliseconds. */
const silence = 150;

interface Network {
  /** Resolves once the page sends no more requests: excerpts are loaded after the answer. */
  quiet: () => Promise<void>;
  /** Bytes of the responses completed by a time, in milliseconds since 1970, and not taken yet. */
  bytesBy: (until: number) => Promise<number>;
  /** Bytes transferred since the last call. */
  takeBytes: () => Promise<number>;
}

function watchNetwork(page: Page): Network {
  let finished: Promise<Finished>[] = [];
  const open = new Set<Request>();
  let changed = 0;
  page.on('request', (request) => {
    open.add(request);
    changed = performance.now();
  });
  const end = (request: Request) => {
    open.delete(request);
    changed = performance.now();
  };
  page.on('requestfailed', end);
  page.on('requestfinished', (request) => {
    end(request);
    finished.push(weigh(request));
  });
  return {
    async quiet() {
      const asked = performance.now();
      while (open.size > 0 || performance.now() - Math.max(asked, changed) < silence) await setTimeout(20);
    },
    async bytesBy(until) {
      const all = await Promise.all(finished);
      return sum(all.filter(({ ended }) => ended <= until));
    },
    async takeBytes() {
      const all = await Promise.all(finished);
      finished = [];
      return sum(all);
    },
  };
}

interface Finished {
  /** According to the browser's network log; 0 for cached responses. */
  bytes: number;
  /** In milliseconds since 1970. */
  ended: number;
}

async function weigh(request: Request): Promise<Finished> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const { startTime, responseEnd } = request.timing();
  return { bytes: responseBodySize + responseHeadersSize, ended: startTime + Math.max(0, responseEnd) };
}

function sum(all: readonly Finished[]): number {
  return all.reduce((total, { bytes }) => total + bytes, 0);
}
