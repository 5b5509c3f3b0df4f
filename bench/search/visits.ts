import { setTimeout } from 'node:timers/promises';
import type { Browser, Page, Request } from '@playwright/test';
import { installProbe } from './page-probe.ts';
import type { Query } from './queries.ts';
import { eachVisit, inTime, reading, viewport } from './visitor.ts';

/** A query as a visitor puts it. */
export interface Asked {
  query: Query;
  ids: string[];
  /**
   * Sent over the network for it, headers included; the first of a visit has the whole page in it, and what
   * the page gets ready with while its results are read.
   */
  bytes: number;
}

/** A visitor with an empty cache who puts some queries, one after the other. */
export interface Visit {
  first: Asked;
  further: Asked[];
  /** Sent until the first results of the first query stand there, headers included. */
  bytesToFirst: number;
}

/**
 * Opens the search page once for every ten queries, each time in a browser context of its own, and puts
 * the queries: what is found, and what is sent for it.
 *
 * @param address Of the search page, `http:` or `file:`.
 * @throws Error when an answer takes longer than two minutes, or the page fails.
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

/** Nothing is asked of the server for so long when a page is done, in milliseconds. */
const silence = 150;

interface Network {
  /** Resolves when the page asks for nothing any more: excerpts come after the answer. */
  quiet: () => Promise<void>;
  /** What had been sent whole by a time, in milliseconds since 1970, of what was not taken yet. */
  bytesBy: (until: number) => Promise<number>;
  /** What was sent since it was last asked. */
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
  /** As the browser's network log counts them; none for what its cache held. */
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
