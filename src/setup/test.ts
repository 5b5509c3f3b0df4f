// `npm test`: everything that must hold, in one run, with closing counts. The steps of a stage run side by side; a
// stage begins when the one before it has passed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getBrowser, thisMachine } from './browser-installation.ts';
import { getPrograms, withPrograms } from './test-programs.ts';
import { countBrowser, countUnit, type Counts } from './test-counts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = join(root, '.cache', 'test');
const bin = (path: string) => [process.execPath, join(root, 'node_modules', path)];

interface Step {
  name: string;
  command: string[];
  /** Reads how many tests the step ran; a step without counts as one test. */
  counts?: () => Counts | undefined;
}

const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const stages: Step[][] = [
  [
    // What takes seconds. First the types of the content collections, which lint and types read; last an edition, for
    // builds rewrite those types, and tests that build take the templates that are compiled here.
    { name: '准备 sync', command: [...bin('astro/bin/astro.mjs'), 'sync'] },
    {
      name: '循环 circles',
      command: [...bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src', 'e2e', 'bench'],
    },
    { name: '闲置 unused', command: [...bin('knip/bin/knip.js'), '--treat-config-hints-as-errors'] },
    { name: '构建 build', command: [process.execPath, join(root, 'src/cli/main.ts'), 'build'] },
  ],
  [
    {
      name: '单元 unit',
      command: [
        ...bin('vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ],
      counts: () => countUnit(unitReport),
    },
    {
      name: '格式 format',
      command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
    },
    { name: '规则 lint', command: [...bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
    // The types, and the rules that need them.
    { name: '类型 types', command: bin('oxlint/bin/oxlint') },
    {
      name: '模板 templates',
      command: [
        ...[...bin('astro/bin/astro.mjs'), 'check', '--noSync', '--minimumFailingSeverity=warning'],
        ...['--tsconfig', 'tsconfig.astro.json'],
      ],
    },
  ],
  [
    {
      name: '浏览器 browser',
      command: [...bin('@playwright/test/cli.js'), 'test'],
      counts: () => countBrowser(browserReport),
    },
  ],
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
if (!getBrowser(thisMachine())) process.exit(1);
getPrograms(withPrograms(thisMachine()));

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
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
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
