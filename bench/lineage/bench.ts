import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import { memoryOfTree } from '../memory.ts';
import { megabytes, share } from '../search/units.ts';
import type { Measured } from './measure-process.ts';

const program = fileURLToPath(new URL('./measure-process.ts', import.meta.url));
const resultFile = fileURLToPath(new URL('../results/lineage.md', import.meta.url));

/** Measures how copied letters are found, and writes `bench/results/lineage.md`. */
export async function bench(args: string[]): Promise<void> {
  const options = {
    count: { type: 'string', default: '10000' },
    planted: { type: 'string', default: '1000' },
  } as const;
  const { values } = parseArgs({ args, options });
  const all = [];
  for (const count of values.count.split(',')) {
    const measured = await measure([count, values.planted]);
    all.push(measured);
    console.log(rowOf(measured));
  }
  const page = await format(writeReport(all), {
    ...(await resolveConfig(resultFile)),
    filepath: resultFile,
  });
  await writeFile(resultFile, page);
}

/** The peak memory of the process, in bytes, beside what it measured. */
type MeasuredProcess = Measured & { memory: number };

function measure(args: string[]): Promise<MeasuredProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(program, args, { execArgv: ['--max-old-space-size=8192'] });
    let memory = 0;
    const sampling = setInterval(() => {
      memory = Math.max(memory, memoryOfTree(child.pid ?? 0));
    }, 50);
    child.on('message', (answer: Measured) => {
      resolve({ ...answer, memory });
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(sampling);
      reject(new Error(`${args.join(' ')}: ${code}`));
    });
  });
}

function rowOf({ letters, planted, found, right, seconds, cpu, bytes, ...rest }: MeasuredProcess): string {
  const times = [cpu.blocks, cpu.fingerprints, cpu.pairs, cpu.passages].map((time) => time.toFixed(1));
  const memory = `${megabytes(rest.memory - rest.corpusMemory)} / ${megabytes(rest.memory)}`;
  const figures = [share(right, planted), share(right, found), seconds.toFixed(1), times.join(' + ')];
  return `| ${[letters.toLocaleString('en'), ...figures, megabytes(bytes), memory].join(' | ')} |`;
}

const names = {
  whole: '全文 whole',
  part: '部分 15–60 % in part',
  reordered: '段落换序 reordered',
  reworded: '每十词换一词 a tenth reworded',
};

function rowsOfKinds({ letters, kinds }: Measured): string[] {
  return Object.entries(names).map(([kind, name]) => {
    const { planted, found, share: copied } = kinds[kind as keyof typeof names];
    const cells = [letters.toLocaleString('en'), name, `${found} / ${planted}`, copied.toFixed(2)];
    return `| ${cells.join(' | ')} |`;
  });
}

function writeReport(all: readonly MeasuredProcess[]): string {
  return `# 相同文字测量 · lineage bench

由 \`npm run bench -- lineage\` 写成，含义见 [bench/README.md](../README.md)。Written by the benchmark.

| 件 letters | 查全 recall | 查准 precision | 秒 s | CPU s：分段 blocks + 指纹 fingerprints + 配对 pairs + 比对 passages | 指纹 MB fingerprints | 内存增加 / 峰值 MB memory added / peak |
| --- | --- | --- | --- | --- | --- | --- |
${all.map(rowOf).join('\n')}

| 件 letters | 怎样抄 how copied | 找到 found | 相同文字占比中位数 median share |
| --- | --- | --- | --- |
${all.flatMap(rowsOfKinds).join('\n')}

${new Date().toISOString().slice(0, 10)}，提交 commit ${describeCommit()}；${describeMachine()}，负载 load ${(loadavg()[0] ?? 0).toFixed(1)}。
`;
}
