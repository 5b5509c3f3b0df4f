import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from '../../src/corpus/corpus.ts';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import { costOf, sizeOf, type Cost } from './cost.ts';
import { generators, type Generator } from './generators.ts';
import { drawPlot } from './plot.ts';
import { writeReport } from './result-page.ts';
import { keepResult, type BuildResult } from './results.ts';

const resultFile = (kind: string) => fileURLToPath(new URL(`../results/build.${kind}`, import.meta.url));
const folder = fileURLToPath(new URL('../../.cache/bench/build', import.meta.url));

/** Measures builds from nothing and after an edit, beside Hugo with stock Pagefind. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '1000,5000,10000' },
      edits: { type: 'string', default: '3' },
      only: { type: 'string', default: generators.map(({ key }) => key).join(',') },
    },
  });
  const chosen = generators.filter(({ key }) => values.only.split(',').includes(key));
  for (const count of values.count.split(',').map(Number)) {
    const content = join(folder, 'content');
    await rm(content, { recursive: true, force: true });
    await writeCorpus(count, content, { force: true, demo: false });
    for (const generator of chosen) {
      const result = await measure(generator, { content, count, edits: Number(values.edits) });
      if (result === undefined) {
        console.log(`${generator.name}：未安装 not installed`);
        continue;
      }
      const all = await keepResult(resultFile('json'), result);
      await writeFile(resultFile('md'), await writeReport(all, resultFile('md')));
      await writeFile(resultFile('svg'), drawPlot(all));
      const { cold, edit, output } = result;
      console.log(
        [
          `${generator.name} ${count}`,
          `从头 cold ${cold.seconds.toFixed(1)} s`,
          `改一件 edit ${edit.seconds.toFixed(1)} s`,
          `${(Math.max(cold.memory, edit.memory) / 1e9).toFixed(2)} GB`,
          `${(output.bytes / 1e6).toFixed(0)} MB, ${output.files} files`,
        ].join('；'),
      );
    }
  }
}

async function measure(
  generator: Generator,
  { content, count, edits }: { content: string; count: number; edits: number },
): Promise<BuildResult | undefined> {
  const version = generator.version();
  if (version === undefined) return undefined;
  const project = join(folder, generator.key);
  await rm(project, { recursive: true, force: true });
  await mkdir(project, { recursive: true });
  generator.prepare(content, project);
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const cold = await costOf(generator.commands(project), project);
  const names = (await readdir(join(content, 'replies'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .sort();
  const after: Cost[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    // Letters of different years, and so of different parts of the index.
    const name = names[Math.floor(((edit + 0.5) / edits) * names.length)] ?? '';
    await appendFile(
      generator.letter(project, name),
      `\n第 ${edit + 1} 次改动：这一段是虚构的，用来测量一次编辑。\n`,
    );
    after.push(await costOf(generator.commands(project), project));
  }
  const median = after.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(after.length / 2)];
  return {
    generator: generator.key,
    version,
    letters: count,
    cold,
    edit: { seconds: median?.seconds ?? NaN, memory: Math.max(...after.map(({ memory }) => memory)) },
    output: sizeOf(generator.out(project)),
    date: new Date().toISOString().slice(0, 10),
    commit: describeCommit(),
    machine: describeMachine(),
    load,
  };
}
