// `npm test`: everything that must hold, in one run, with closing counts. Steps that need not wait
// for each other run side by side.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = join(root, '.cache', 'test');
const bin = (/** @type {string} */ path) => [process.execPath, join(root, 'node_modules', path)];

/**
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 * @typedef {{name: string, command: string[], counts?: () => Counts}} Step
 */

/** @type {Step[][]} */
const stages = [
  [
    { name: '格式 format', command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
    { name: '规则 lint', command: [...bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
    { name: '类型 types', command: [...bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity=warning'] },
    {
      name: '单元 unit',
      command: [
        ...bin('vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${join(reports, 'unit.json')}`,
      ],
      counts: countUnit,
    },
  ],
  [{ name: '构建 build', command: [process.execPath, join(root, 'src/cli/main.ts'), 'build'] }],
  [{ name: '浏览器 browser', command: [...bin('@playwright/test/cli.js'), 'test'], counts: countBrowser }],
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
ensureBrowser();

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  const results = await inPairs(stage, run);
  for (const counts of results)
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  if (total.failed > 0) break;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

/**
 * Runs one step and prints what it printed when it has ended, so that steps side by side don't mix.
 *
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function run({ name, command, counts }) {
  const started = Date.now();
  const [file = '', ...args] = command;
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'), ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${name} ${code === 0 ? '✓' : '✗'} ${seconds} s`);
  process.stdout.write(Buffer.concat(output));
  const counted = counts?.() ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  return code === 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

/**
 * Runs `work` over `items`, two at a time: the machine of reference has two cores.
 *
 * @template T, R
 * @param {T[]} items
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>}
 */
async function inPairs(items, work) {
  /** @type {R[]} */
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** @returns {Counts | undefined} */
function countUnit() {
  const report = readReport('unit.json');
  return report && { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

/** @returns {Counts | undefined} */
function countBrowser() {
  const stats = readReport('browser.json')?.stats;
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** @param {string} name */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return undefined;
  }
}
