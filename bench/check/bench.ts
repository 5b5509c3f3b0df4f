import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { digest } from '../../src/build/digest.ts';
import { listFiles } from '../../src/content-files/file-names.ts';
import { writeCorpus } from '../../src/corpus/corpus.ts';
import { cacheFolder } from '../../src/program/program-folder.ts';
import { describeCommit, describeMachine } from '../convert/machine.ts';

const program = fileURLToPath(new URL('../../src/cli/dafu.mjs', import.meta.url));
const resultFile = fileURLToPath(new URL('../results/check.md', import.meta.url));

/** Each is run so often, and the median is stated. */
const runs = 5;

interface Measured {
  seconds: number;
  /** User and system time of the process and its children. */
  cpu: number;
}

/** Measures `dafu check` of all letters, without and with its cache, of one, and of one that is staged, and writes `bench/results/check.md`. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { count: { type: 'string', default: '1000,10000' }, print: { type: 'boolean', default: false } },
  });
  const rows: string[] = [];
  for (const count of values.count.split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'dafu-bench-check-'));
    try {
      rows.push(...(await measureCorpus(folder, count)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
      // What the checks kept of it.
      rmSync(join(cacheFolder, 'letters', digest(join(folder, 'content'))), { force: true });
    }
  }
  const page = await format(report(rows), {
    ...(await resolveConfig(resultFile)),
    filepath: resultFile,
  });
  if (values.print) console.log(page);
  else await writeFile(resultFile, page);
}

async function measureCorpus(folder: string, count: number): Promise<string[]> {
  const content = join(folder, 'content');
  await writeCorpus(count, content, { force: false, demo: false });
  const { named } = await listFiles(content, 'replies');
  const letter = join(content, 'replies', named[Math.floor(named.length / 2)] ?? '');
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=虚构', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', '虚构');
  const cold = median(folder, ['check'], 1);
  const again = median(folder, ['check'], 3);
  appendFileSync(letter, '\n又及。\n');
  const edited = median(folder, ['check'], 1);
  git('add', '.');
  const measured = {
    '全部，无缓存 all letters, without cache': cold,
    '全部，未改动 all again, none edited': again,
    '全部，改了一件 all again, one edited': edited,
    '一件 one letter': median(folder, ['check', letter]),
    '将提交的一件 one staged letter': median(folder, ['check', '--staged']),
  };
  return Object.entries(measured).map(([what, { seconds, cpu }]) => {
    const row = `| ${[count.toLocaleString('en'), what, seconds.toFixed(2), cpu.toFixed(2)].join(' | ')} |`;
    console.log(row);
    return row;
  });
}

function median(folder: string, args: string[], times = runs): Measured {
  const all = Array.from({ length: times }, () => measure(folder, args));
  return all.sort((a, b) => a.seconds - b.seconds)[Math.floor(times / 2)] ?? { seconds: 0, cpu: 0 };
}

function measure(folder: string, args: string[]): Measured {
  const started = performance.now();
  // The shell's own word for what its children took.
  const { stdout, status, stderr } = spawnSync(
    'sh',
    ['-c', '"$@" >/dev/null; times', 'sh', process.execPath, program, ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const [user = 0, system = 0] = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { seconds: (performance.now() - started) / 1000, cpu: user + system };
}

function report(rows: readonly string[]): string {
  return `# 检查测量 · check bench

由 \`npm run bench -- check\` 写成，含义见 [bench/README.md](../README.md)。Written by the benchmark.

| 件 letters | 检查 checked | 秒 s | CPU s |
| --- | --- | --- | --- |
${rows.join('\n')}

${describeMachine()}，负荷 load ${loadavg()[0]?.toFixed(1) ?? ''}，${describeCommit()}
`;
}
