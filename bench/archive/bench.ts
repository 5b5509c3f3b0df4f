import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import { memoryOfTree } from '../memory.ts';
import { writeManyFiles } from './many-files.ts';

const main = fileURLToPath(new URL('../../src/cli/dafu.mjs', import.meta.url));
const resultFile = fileURLToPath(new URL('../results/archive.md', import.meta.url));

interface Measured {
  what: string;
  program: string;
  seconds: number;
  /** User and system time of all its processes. */
  cpu: number;
  /** Peak of all its processes, in bytes. */
  memory: number;
  /** Of what it wrote, in bytes. */
  size: number | undefined;
}

/**
 * Measures `dafu archive`, `verify`, deltas and recovery data beside Info-ZIP, sha256sum and par2, one after another
 * over the same files, and writes `bench/results/archive.md`.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '1000' },
      large: { type: 'boolean', default: false },
      print: { type: 'boolean', default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'dafu-bench-'));
  try {
    const [before, after] = values.large
      ? [writeManyFiles(join(folder, 'large')), undefined]
      : buildTwice(folder, values.count);
    const all = await measureAll(folder, before, after);
    const of = values.large
      ? '100,000 个文件、4.5 GB'
      : `${Number(values.count).toLocaleString('en')} 件答复`;
    const text = writePage(all, of);
    if (values.print || values.large) console.log(text);
    else
      await writeFile(
        resultFile,
        await format(text, { ...(await resolveConfig(resultFile)), filepath: resultFile }),
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds an edition, and the same with a paragraph added to one letter. */
function buildTwice(folder: string, count: string): [string, string] {
  const content = join(folder, 'content');
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 2] });
  run('corpus', count, content);
  const [before, after] = [join(folder, 'before'), join(folder, 'after')];
  run('build', '--content', content, '--out', before, '--quiet');
  const [letter = ''] = spawnSync('find', [join(content, 'replies'), '-name', '*.md'], { encoding: 'utf8' })
    .stdout.split('\n')
    .sort()
    .slice(-20);
  writeFileSync(letter, '\n补充一段：以上各项工作均已列入虚构的年度计划，请继续监督。\n', { flag: 'a' });
  run('build', '--content', content, '--out', after, '--quiet');
  return [before, after];
}

async function measureAll(folder: string, before: string, after: string | undefined): Promise<Measured[]> {
  const [out, next, zip] = [join(folder, 'out'), join(folder, 'next'), join(folder, 'info.zip')];
  mkdirSync(out);
  const dafu = (...words: string[]) => [process.execPath, main, ...words, '--quiet'];
  const all: Measured[] = [];
  const add = async (
    what: string,
    program: string,
    words: string[],
    written?: () => string,
    cwd = folder,
  ) => {
    const measured = await measure(words, cwd);
    all.push({ what, program, ...measured, size: written && statSync(written()).size });
    console.log(all.at(-1));
  };
  const only = (place: string, pattern: RegExp) => {
    const names = spawnSync('ls', [place], { encoding: 'utf8' }).stdout.split('\n');
    return join(place, names.find((name) => pattern.test(name)) ?? '');
  };
  const ours = () => only(out, /(?<!delta)\.zip$/);
  // Each reads the files once before, so that all find them in memory.
  spawnSync('sh', ['-c', `find ${before} -type f -exec cat {} + > /dev/null`]);
  await add('打包 pack', 'zip -r', ['zip', '-q', '-r', zip, before], () => zip);
  await add('打包 pack', 'dafu archive', dafu('archive', before, '--out', out), ours);
  await add(
    '核对文件夹 verify a folder',
    'sha256sum -c',
    ['sha256sum', '--quiet', '-c', 'manifest-sha256.txt'],
    undefined,
    before,
  );
  await add('核对文件夹 verify a folder', 'dafu verify', dafu('verify', before));
  await add('核对 zip verify a zip', 'unzip -t', ['unzip', '-tqq', ours()]);
  await add('核对 zip verify a zip', 'dafu verify', dafu('verify', ours()));
  if (after !== undefined) {
    const delta = () => only(next, /delta\.zip$/);
    await add(
      '增量 delta',
      'dafu archive --since',
      dafu('archive', after, '--out', next, '--since', ours()),
      delta,
    );
    await add('更新 update', 'dafu apply', dafu('apply', delta(), ours()));
  }
  const volume = (place: string) => () => only(place, /\.vol.*\.par2$/);
  const peer = join(folder, 'par2');
  mkdirSync(peer);
  spawnSync('cp', [zip, peer]);
  await add(
    '修复数据 recovery',
    'par2 create -r5',
    ['par2', 'create', '-q', '-q', '-r5', '-b2000', '-n1', join(peer, 'info.zip')],
    volume(peer),
  );
  await add(
    '打包并写修复数据 pack with recovery',
    'dafu archive --recovery 5%',
    dafu('archive', before, '--out', join(folder, 'with'), '--recovery', '5%'),
    volume(join(folder, 'with')),
  );
  return all;
}

function measure(
  words: readonly string[],
  cwd: string,
): Promise<Pick<Measured, 'seconds' | 'cpu' | 'memory'>> {
  const [program = '', ...args] = words;
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn('/usr/bin/env', ['time', '-f', '%e %U %S', program, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let [memory, said] = [0, ''];
    const sampling = setInterval(() => {
      memory = Math.max(memory, memoryOfTree(child.pid ?? 0));
    }, 20);
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(sampling);
      if (code !== 0) {
        reject(new Error(`${words.join(' ')}: ${code}\n${said}`));
        return;
      }
      const [seconds = (performance.now() - began) / 1000, user = 0, system = 0] = (
        said.trim().split('\n').at(-1) ?? ''
      )
        .split(' ')
        .map(Number);
      resolve({ seconds, cpu: user + system, memory });
    });
  });
}

function writePage(all: readonly Measured[], of: string): string {
  const rows = all.map(({ what, program, seconds, cpu, memory, size }) => {
    const cells = [what, program, seconds.toFixed(2), cpu.toFixed(2), (memory / 1e6).toFixed(0)];
    return `| ${[...cells, size === undefined ? '–' : (size / 1e6).toFixed(2)].join(' | ')} |`;
  });
  return `# 离线副本测量 · archive bench

由 \`npm run bench -- archive\` 写成，含义见 [bench/README.md](../README.md)。Written by the benchmark. ${of}。

| 做什么 what | 程序 program | 秒 s | CPU s | 内存峰值 MB peak | 写出 MB written |
| --- | --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

${new Date().toISOString().slice(0, 10)}，提交 commit ${describeCommit()}；${describeMachine()}，负载 load ${(loadavg()[0] ?? 0).toFixed(1)}。
`;
}
