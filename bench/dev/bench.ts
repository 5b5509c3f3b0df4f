import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { listFiles } from '../../src/content-files/file-names.ts';
import { writeCorpus } from '../../src/corpus/corpus.ts';
import { browserToLaunch } from '../../src/setup/browser.ts';
import { describeCommit, describeMachine } from '../convert/machine.ts';

const program = fileURLToPath(new URL('../../src/cli/dafu.mjs', import.meta.url));
const resultFile = fileURLToPath(new URL('../results/dev.md', import.meta.url));

/** Milliseconds between two edits: most come while the lists and the searches of the one before are being built. */
const pause = 3000;

/** Measures how long after a save the letter is on the screen, with `dafu dev`; writes `bench/results/dev.md`. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '10000' },
      edits: { type: 'string', default: '40' },
      print: { type: 'boolean', default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'dafu-bench-dev-'));
  try {
    const count = Number(values.count);
    const content = join(folder, 'content');
    await writeCorpus(count, content, { force: false, demo: false });
    const { first, idle, busy } = await measure(content, Number(values.edits));
    const row = (what: string, times: readonly number[]) =>
      `| ${[count.toLocaleString('en'), what, times.length, at(times, 0.5), at(times, 0.95)].join(' | ')} |`;
    const rows = [row('构建空闲时 no build is running', idle), row('构建进行时 during a build', busy)];
    console.log(rows.join('\n'));
    const page = await format(report(rows, first), {
      ...(await resolveConfig(resultFile)),
      filepath: resultFile,
    });
    if (values.print) console.log(page);
    else await writeFile(resultFile, page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the end of the save to the text on the page, in order of length; and seconds of the first build. */
async function measure(content: string, edits: number) {
  const child = spawn(process.execPath, [program, 'dev', '--content', content, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const builds = () => said.split('列表和检索已更新').length - 1;
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const executablePath = browserToLaunch();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await until(() => builds() > 0);
    const first = Number(/列表和检索已更新（([\d.]+) 秒/.exec(said)?.[1]);
    const address = /http:\S+/.exec(said)?.[0] ?? '';
    const page = await browser.newPage();
    const { named } = await listFiles(content, 'replies');
    const idle: number[] = [];
    const busy: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const name = named[(edit * 997) % named.length] ?? '';
      await page.goto(`${address}replies/${name.replace(/\.md$/, '.html')}`);
      // Every fourth edit waits for the builds before it.
      const isIdle = edit % 4 === 0;
      if (isIdle) await until(() => builds() >= said.split('有改动').length - 1 || settled(said));
      else await page.waitForTimeout(pause);
      (isIdle ? idle : busy).push(await timeEdit(page, join(content, 'replies', name), `虚构改动${edit}号`));
    }
    return { first, idle: idle.sort(byLength), busy: busy.sort(byLength) };
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

const byLength = (a: number, b: number) => a - b;

/** The last that was said is that a build has ended, after which none was begun. */
function settled(said: string): boolean {
  return said.trimEnd().split('\n').at(-1)?.startsWith('列表和检索已更新') ?? false;
}

async function timeEdit(page: Page, file: string, text: string): Promise<number> {
  appendFileSync(file, `\n${text}。\n`);
  const saved = performance.now();
  await page.getByText(`${text}。`).first().waitFor();
  return performance.now() - saved;
}

function at(times: readonly number[], share: number): string {
  return (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
}

function report(rows: readonly string[], first: number): string {
  return `# 边改边看测量 · preview bench

由 \`npm run bench -- dev\` 写成，含义见 [bench/README.md](../README.md)。Written by the benchmark.

| 件 letters | 保存时 at the save | 次 edits | 中位 median ms | 95% ms |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

第一次构建 first build: ${first.toFixed(0)} s。${describeMachine()}，负荷 load ${loadavg()[0]?.toFixed(1) ?? ''}，${describeCommit()}
`;
}
