import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import { memoryOfTree } from '../memory.ts';
import { megabytes } from '../search/units.ts';
import { changes, type StepAnswer } from './steps.ts';

const program = fileURLToPath(new URL('./step-process.ts', import.meta.url));
const resultFile = fileURLToPath(new URL('../results/index.md', import.meta.url));

type Done = Extract<StepAnswer, { kind: 'done' }>;
interface Measured extends Done {
  letters: number;
  change: string;
  /** Peak of all its processes, in bytes. */
  memory: number;
}

/** Measures building and updating the search index, and writes `bench/results/index.md`. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { count: { type: 'string', default: '1000,2500,10000' } } });
  const folder = await mkdtemp(join(tmpdir(), 'dafu-bench-'));
  const all: Measured[] = [];
  try {
    for (const count of values.count.split(',')) {
      const first = [join(folder, count), join(folder, `${count}.state`)];
      for (const change of Object.keys(changes)) {
        const target = change === 'cold' ? first : [join(folder, 'next'), join(folder, 'next.state')];
        const measured = await measure([count, change, ...target, ...(change === 'cold' ? [] : first)]);
        all.push({ ...measured, letters: Number(count), change });
        console.log(rowOf({ ...measured, letters: Number(count), change }));
        await rm(join(folder, 'next'), { recursive: true, force: true });
      }
    }
    await writeFile(
      resultFile,
      await format(writeReport(all), { ...(await resolveConfig(resultFile)), filepath: resultFile }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function measure(args: string[]): Promise<Done & { memory: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(program, args);
    let memory = 0;
    const sampling = setInterval(() => {
      memory = Math.max(memory, memoryOfTree(child.pid ?? 0));
    }, 50);
    child.on('message', (answer: StepAnswer) => {
      if (answer.kind === 'done') resolve({ ...answer, memory });
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(sampling);
      reject(new Error(`${args.join(' ')}: ${code}`));
    });
  });
}

const names: Record<string, string> = {
  cold: '从头建立 cold',
  nothing: '无改动 nothing changed',
  edit: '改一件 one paragraph added',
  newest: '增最新一件 newest added',
  older: '增旧一件 older added',
  deletion: '删一件 one deleted',
};

function rowOf({ letters, change, seconds, cpu, memory, written, kept }: Measured): string {
  const files = ({ files: count, bytes }: Measured['kept']) =>
    `${count.toLocaleString('en')} / ${megabytes(bytes)}`;
  const cells = [letters.toLocaleString('en'), names[change] ?? change, seconds.toFixed(1), cpu.toFixed(1)];
  return `| ${[...cells, megabytes(memory), files(written), files(kept)].join(' | ')} |`;
}

function writeReport(all: readonly Measured[]): string {
  return `# 索引测量 · index bench

由 \`npm run bench -- index\` 写成，含义见 [bench/README.md](../README.md)。Written by the benchmark.

| 件 letters | 做什么 what | 秒 s | CPU s | 内存峰值 MB peak | 写出 文件 / MB written | 保留 文件 / MB kept |
| --- | --- | --- | --- | --- | --- | --- |
${all.map(rowOf).join('\n')}

${new Date().toISOString().slice(0, 10)}，提交 commit ${describeCommit()}；${describeMachine()}，负载 load ${(loadavg()[0] ?? 0).toFixed(1)}。
内存含语料本身。Memory includes the corpus itself.
`;
}
