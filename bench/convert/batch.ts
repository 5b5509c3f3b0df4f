import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesBelow } from '../../src/storage/files-below.fixture.ts';
import { memoryOfTree } from '../memory.ts';
import { startPrinter } from './browser-files.ts';
import { allFormats, type Format } from './formats.ts';
import { describeCommit, describeMachine } from './machine.ts';
import { makeTruths } from './truth.ts';

const resultFile = fileURLToPath(new URL('../results/convert-batch.md', import.meta.url));
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** What a conversion of all files took. */
interface Run {
  jobs: number;
  /** In seconds. */
  wall: number;
  /** Processor time of all processes, in seconds. */
  cpu: number;
  /** The mean share of the processors for which one of its processes was ready to run (0–1). */
  demand: number;
  /** Of all processes together, in bytes. */
  memory: number;
  files: ReadonlyMap<string, string>;
}

/**
 * Measures how well `dafu convert` uses the processors: files of all formats but scans, mixed, are converted by one
 * process and by as many as there are processors, and what comes out is compared. Linux only.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { count: { type: 'string', default: '1000' } } });
  const folder = mkdtempSync(join(tmpdir(), 'dafu-batch-'));
  try {
    const received = await makeFiles(Number(values.count), folder);
    const runs: Run[] = [];
    for (const jobs of [availableParallelism(), 1]) {
      const run = await convertAll(received.files, jobs, join(folder, `jobs-${jobs}`));
      console.log(describeRun(run));
      runs.push(run);
    }
    writeFileSync(resultFile, report(received.kinds, runs));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files of all formats in turn, each a letter of its own. */
async function makeFiles(count: number, folder: string): Promise<{ files: string[]; kinds: string[] }> {
  const printer = await startPrinter();
  const truths = makeTruths(count);
  const counts = { letters: 0, scans: 0 };
  const isMixed = ({ kind, name }: Format) => kind !== 'scan' && !name.includes('long');
  const { length } = allFormats(counts, printer, []).filter(isMixed);
  const made: { name: string; paths: string[] }[] = [];
  for (let index = 0; index < length; index += 1) {
    const own = truths.filter((_, at) => at % length === index);
    const format = allFormats(counts, printer, own).filter(isMixed)[index];
    const samples = (await format?.make()) ?? [];
    if (!format || samples.length === 0) continue;
    const place = join(folder, 'received', format.name.replaceAll(' ', '-'));
    mkdirSync(place, { recursive: true });
    const paths = samples.map(({ truth, bytes }, number) => {
      const path = join(place, `${number + 1}-${truth.name}.${format.extension}`);
      writeFileSync(path, bytes);
      return path;
    });
    made.push({ name: format.name, paths });
  }
  await printer?.close();
  const longest = Math.max(...made.map(({ paths }) => paths.length));
  const turns = Array.from({ length: longest }, (_, turn) => made.flatMap(({ paths }) => paths[turn] ?? []));
  return { files: turns.flat(), kinds: made.map(({ name }) => name) };
}

async function convertAll(files: readonly string[], jobs: number, content: string): Promise<Run> {
  mkdirSync(content);
  const before = { cpu: childTime(), at: performance.now() };
  const child = spawn(
    process.execPath,
    [main, 'convert', '--draft', '--jobs', String(jobs), '--content', content, ...files],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const cores = availableParallelism();
  let memory = 0;
  const shares: number[] = [];
  const watching = setInterval(() => {
    memory = Math.max(memory, memoryOfTree(child.pid ?? 0));
    shares.push(Math.min(cores, readyProcesses(child.pid ?? 0)) / cores);
  }, 50);
  await once(child, 'close');
  clearInterval(watching);
  return {
    jobs,
    memory,
    wall: (performance.now() - before.at) / 1000,
    cpu: childTime() - before.cpu,
    demand: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    files: filesBelow(content),
  };
}

/** Clock ticks are 1/100 s wherever Linux runs Node. */
const tick = 100;

/** Processor time of ended children and their children, in seconds (proc_pid_stat(5): cutime, cstime). */
function childTime(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / tick;
}

/** How many processes of a tree have a thread that runs or waits for a processor (proc_pid_stat(5): state R). */
function readyProcesses(pid: number): number {
  const tasks = namesIn(`/proc/${pid}/task`);
  const isReady = (task: string) => read(`/proc/${pid}/task/${task}/stat`).includes(') R ');
  const children = tasks.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).trim().split(' '));
  return children
    .filter(Boolean)
    .reduce((sum, child) => sum + readyProcesses(Number(child)), tasks.some(isReady) ? 1 : 0);
}

/** A process may end between two samples. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function describeRun({ jobs, wall, cpu, demand, memory }: Run): string {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  return `| ${[
    jobs,
    wall.toFixed(1),
    cpu.toFixed(1),
    share(cpu, wall * availableParallelism()),
    share(demand, 1),
    `${Math.round(memory / 2 ** 20)} MB`,
  ].join(' | ')} |`;
}

function report(kinds: readonly string[], runs: readonly Run[]): string {
  const [first, second] = runs.map(({ files }) => files);
  const isSame = JSON.stringify([...(first ?? [])]) === JSON.stringify([...(second ?? [])]);
  const letters = [...(first ?? new Map<string, string>()).keys()].filter((name) =>
    name.startsWith('replies'),
  );
  return `# 成批转换 · conversion of many files

\`npm run bench -- batch\`, ${describeCommit()}, ${describeMachine()}.

${letters.length} letters of files in turn: ${kinds.join(', ')}. The output of all runs is ${isSame ? '' : '**not** '}the same to the byte.

| 进程 jobs | 秒 wall s | 处理器秒 CPU s | 占全部处理器 of all processors | 能用上的 ready for | 内存 peak memory, all processes |
| --------- | --------- | -------------- | ------------------------------ | ------------------------------ | ------------------------------- |
${runs.map(describeRun).join('\n')}

“Ready for”: of both processors, those for which one of its processes had something to run, every 50 ms. Other work on the
machine lowers the first share, not the second.
`;
}
