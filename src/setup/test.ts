// `npm test`: all checks in one run, with counts at the end. Independent steps run in parallel.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getBrowser, thisMachine } from './browser-installation.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = join(root, '.cache', 'test');
const bin = (path: string) => [process.execPath, join(root, 'node_modules', path)];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  command: string[];
  /** Reads how many tests the step ran; a step without counts as one test. */
  counts?: () => Counts | undefined;
}

const stages: Step[][] = [
  // Generates the types of the content collections, which lint and types read.
  [{ name: '准备 sync', command: [...bin('astro/bin/astro.mjs'), 'sync'] }],
  [
    // The longest first: short steps fill the gaps.
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
    {
      name: '格式 format',
      command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
    },
    { name: '规则 lint', command: [...bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
    {
      name: '类型 types',
      command: [...bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity=warning'],
    },
  ],
  // Separate, because builds rewrite the types that the steps above read.
  [
    { name: '构建 build', command: [process.execPath, join(root, 'src/cli/main.ts'), 'build'] },
    { name: '浏览器 browser', command: [...bin('@playwright/test/cli.js'), 'test'], counts: countBrowser },
  ],
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
if (!getBrowser(thisMachine())) process.exit(1);

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  const results = await inPairs(stage, run);
  for (const counts of results)
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  if (total.failed > 0) break;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs a step and prints its output at the end, so that the output of parallel steps is not mixed. */
async function run({ name, command, counts }: Step): Promise<Counts> {
  const started = Date.now();
  const [file = '', ...args] = command;
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
    ASTRO_TELEMETRY_DISABLED: '1',
    // The command line starts dozens of times and the workers a few: this compiles their code only once.
    NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
  };
  const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  // A step that was killed does not say so itself.
  console.log(`── ${name} ${code === 0 ? '✓' : `✗ ${signal ?? ''}`} ${seconds} s`);
  process.stdout.write(Buffer.concat(output));
  const counted = counts?.() ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  return code === 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

/** Runs `work` over `items`, two at a time: the reference machine has two cores. */
async function inPairs<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Counts the tests in vitest's JSON report; undefined if it could not start. */
function countUnit(): Counts | undefined {
  const report = readReport('unit.json') as
    { numPassedTests: number; numFailedTests: number; numPendingTests: number } | undefined;
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    }
  );
}

function countBrowser(): Counts | undefined {
  const stats = (
    readReport('browser.json') as
      | {
          stats: { expected: number; flaky: number; unexpected: number; skipped: number };
        }
      | undefined
  )?.stats;
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function readReport(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return undefined;
  }
}
