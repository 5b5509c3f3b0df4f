import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { browserToLaunch } from '../../src/setup/browser.ts';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import { loadPackage } from '../convert/peers/package.ts';
import { engines, findEngine } from './engines/engines.ts';
import type { BuildCost } from './build.ts';
import type { Engine } from './engines/engine.ts';
import { measure, type Measured, type Task } from './measure.ts';
import { drawPlot } from './plot.ts';
import { drawQueries } from './queries.ts';
import { writeReport } from './result-page.ts';
import { keepResults, readResults, type Result } from './results.ts';
import { scanCorpus } from './truth.ts';
import { duration, kilobytes, megabytes } from './units.ts';

const resultFile = (kind: string) => fileURLToPath(new URL(`../results/search.${kind}`, import.meta.url));
const sites = fileURLToPath(new URL('../../.cache/bench/search', import.meta.url));

/**
 * Measures search engines on one corpus and updates `bench/results/search.json`, `.md` and `.svg`; results of
 * other corpora are kept.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '5000' },
      queries: { type: 'string', default: '200' },
      only: { type: 'string', default: engines.map(({ key }) => key).join(',') },
      built: { type: 'boolean', default: false },
    },
  });
  const letters = positive('count', values.count);
  const chosen = values.only.split(',').map(findEngine);
  console.log(`出题并逐件扫描 drawing queries, scanning ${letters} letters…`);
  const queries = drawQueries(letters, positive('queries', values.queries));
  const truth = scanCorpus(letters, queries);
  const browser = await startBrowser();
  try {
    for (const engine of chosen) {
      const built = values.built ? await builtBefore(engine, letters) : undefined;
      const result = await measureOne(engine, { letters, queries, truth }, browser, built);
      const results = await keepResults(resultFile('json'), [result]);
      await writeFile(resultFile('md'), await writeReport(results));
      await writeFile(resultFile('svg'), drawPlot(results));
      console.log(summary(result));
    }
  } finally {
    await browser.close();
  }
}

function positive(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value))
    throw new Error(`--${name} ${value}：应为正整数 must be a positive whole number`);
  return Number(value);
}

/** A line of progress; the page has the details. */
function summary({ failure, build, accuracy, speed }: Result): string {
  return [
    ...(failure === undefined ? [] : [failure]),
    ...(build ? [`${build.seconds.toFixed(1)} s, ${megabytes(build.memory)} MB`] : []),
    ...(accuracy ? [`全对 right ${accuracy.right}/${accuracy.queries}`] : []),
    ...(speed
      ? [
          `首次 first ${kilobytes(speed.bytesToFirst)} KB, ${duration(speed.cold)} ms`,
          `其后 further ${kilobytes(speed.furtherBytes)} KB, ${duration(speed.whole)} ms`,
        ]
      : []),
  ].join('；');
}

/** The cost of the index that an earlier run left, if that run completed. */
async function builtBefore(engine: Engine, letters: number): Promise<{ cost?: BuildCost }> {
  const kept = await readResults(resultFile('json'));
  const cost = kept.find((result) => result.engine === engine.key && result.letters === letters)?.build;
  return cost ? { cost } : {};
}

async function measureOne(
  engine: Engine,
  task: Task,
  browser: Browser,
  built: { cost?: BuildCost } | undefined,
): Promise<Result> {
  console.log(`${engine.name}…`);
  const installed = engine.package === undefined ? undefined : await loadPackage(engine.package);
  const out = join(sites, String(task.letters), engine.key);
  const measured: Measured =
    engine.package === undefined || installed
      ? await measure(engine, task, browser, { out, ...(built && { built }) })
      : { failure: '未安装 not installed' };
  const commit = describeCommit();
  return {
    engine: engine.key,
    letters: task.letters,
    queries: task.queries.length,
    version: engine.package === undefined ? commit : (installed?.version ?? ''),
    date: new Date().toISOString().slice(0, 10),
    commit,
    machine: describeMachine(),
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
    browser: `Chromium ${browser.version()}`,
    ...measured,
  };
}

async function startBrowser(): Promise<Browser> {
  const executablePath = browserToLaunch();
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', '--disable-background-networking', ...rootArgs],
  });
}
