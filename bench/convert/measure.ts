import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../../src/convert/convert.ts';
import { judgeFields, type Verdicts } from './fields.ts';
import type { Format, Sample } from './formats.ts';
import { markdownOutput, type Output } from './output.ts';
import type { Tool } from './peers/peer.ts';
import { score, type Score } from './score.ts';

/** The results of one tool on the letters of one format. */
export interface Result {
  tool: string;
  scores: Score[];
  /** Seconds for each file. */
  seconds: number[];
  /** Whether the output is plain text, which has neither headings nor tables. */
  plain: boolean;
  failures: { name: string; message: string }[];
}

/** The results for one format, ours first. */
export interface Measurement {
  format: Format;
  samples: number;
  results: Result[];
  verdicts: { name: string; fields: Record<string, keyof Verdicts> }[];
}

/** Converts each sample with ours and with each peer in turn, after a warm-up. */
export async function measure(format: Format, samples: Sample[], tools: Tool[]): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'dafu-bench-'));
  const verdicts: Measurement['verdicts'] = [];
  const ours: Tool = {
    name: 'dafu',
    version: '',
    convert: async (bytes, path) => markdownOutput((await convert(bytes, path)).record.body),
  };
  try {
    const results = [ours, ...tools].map(({ name }): Result => ({
      tool: name,
      scores: [],
      seconds: [],
      plain: false,
      failures: [],
    }));
    for (const [index, sample] of samples.entries()) {
      const path = join(folder, `${sample.truth.name}.${format.extension}`);
      await writeFile(path, sample.bytes);
      for (const [at, tool] of [ours, ...tools].entries()) {
        const result = results[at];
        if (!result || tool.convertAll) continue;
        await tool.prepare?.(sample.bytes, path);
        if (index === 0) await tool.convert(sample.bytes, path).catch(() => undefined);
        await time(tool, sample, path, result);
      }
      const record = await convert(sample.bytes, path).then(
        (done) => done.record,
        () => undefined,
      );
      const fields = judgeFields(sample.stated, record?.frontmatter ?? {});
      verdicts.push({ name: sample.truth.name, fields });
    }
    for (const [at, tool] of tools.entries()) convertTogether(tool, samples, results[at + 1]);
    return { format, samples: samples.length, results, verdicts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function time(tool: Tool, sample: Sample, path: string, result: Result): Promise<void> {
  const begin = performance.now();
  try {
    const output = await tool.convert(sample.bytes, path);
    if (!tool.baseline) result.seconds.push((performance.now() - begin) / 1000);
    result.plain = output.plain !== undefined;
    result.scores.push(score(sample.truth.blocks, output, tool.name !== 'dafu'));
  } catch (error) {
    fail(result, sample, error instanceof Error ? error.message : String(error));
  }
}

function convertTogether(tool: Tool, samples: readonly Sample[], result: Result | undefined): void {
  if (!tool.convertAll || !result) return;
  const { outputs, seconds } = tool.convertAll(samples.map(({ bytes }) => bytes));
  for (const [index, sample] of samples.entries()) {
    const output = outputs[index];
    result.seconds.push(seconds / samples.length);
    if (output) result.scores.push(score(sample.truth.blocks, output, true));
    else fail(result, sample, 'no output');
  }
}

/** A file that a tool cannot convert counts as empty output. */
function fail(result: Result, { truth }: Sample, message: string): void {
  const nothing: Output = { readings: [[]] };
  result.scores.push(score(truth.blocks, nothing, false));
  result.failures.push({ name: truth.name, message });
}
