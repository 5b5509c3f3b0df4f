import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { buildInProcess, type BuildCost } from './build.ts';
import type { Engine, EngineSite } from './engines/engine.ts';
import { weighIndex } from './index-size.ts';
import type { Query } from './queries.ts';
import type { Result } from './results.ts';
import { scoreAnswers, timeVisits, weighVisits } from './score.ts';
import { serveFolder } from '../static-host.ts';
import { timeQueries } from './timed-visits.ts';
import { visit, type Asked } from './visits.ts';

/** The measured part of a result; the rest says when and where. */
export type Measured = Pick<Result, 'failure' | 'build' | 'size' | 'accuracy' | 'speed' | 'file'>;

/** The corpus and the queries. */
export interface Task {
  letters: number;
  queries: readonly Query[];
  truth: ReadonlyMap<Query, ReadonlySet<string>>;
}

/** Where the index of an engine is. */
export interface Place {
  out: string;
  /** Set if it exists already, with the cost of building it, if known. */
  built?: { cost?: BuildCost };
}

/**
 * Builds an engine's index, measures its size, and runs the queries in a browser. A failure is a result, too;
 * what was measured before it is kept.
 */
export async function measure(
  engine: Engine,
  task: Task,
  browser: Browser,
  { out, built }: Place,
): Promise<Measured> {
  const measured: Measured = {};
  try {
    const cost = built ? built.cost : await buildInProcess(engine, task.letters, out);
    if (cost) measured.build = cost;
    const site = await engine.load();
    measured.size = await weighIndex(join(out, site.index));
    const host = await serveFolder(out);
    try {
      const visits = await visit(browser, host.address + site.page, task.queries);
      const asked = await withLetters(
        site,
        out,
        visits.flatMap(({ first, further }) => [first, ...further]),
      );
      measured.accuracy = scoreAnswers(asked, task.truth);
      const timed = await timeQueries(browser, host.address + site.page, task.queries);
      measured.speed = { ...timeVisits(timed), ...weighVisits(visits) };
    } finally {
      host.close();
    }
    if (engine.key === 'ours') {
      const address = pathToFileURL(join(out, site.page)).href;
      const visits = await visit(browser, address, task.queries);
      const asked = visits.flatMap(({ first, further }) => [first, ...further]);
      const timed = await timeQueries(browser, address, task.queries);
      measured.file = { right: scoreAnswers(asked, task.truth).right, waits: timeVisits(timed) };
    }
  } catch (error) {
    measured.failure = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
  return measured;
}

/** Replaces the engine's own names of letters in its answers by their ids. */
async function withLetters(
  site: EngineSite,
  out: string,
  asked: readonly Asked[],
): Promise<readonly Asked[]> {
  const names = await site.namesOfLetters?.(out);
  if (!names) return asked;
  return asked.map((one) => ({ ...one, ids: one.ids.map((name) => names.get(name) ?? name) }));
}
