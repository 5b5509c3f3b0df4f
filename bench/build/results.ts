import { readFile, writeFile } from 'node:fs/promises';
import type { Cost } from './cost.ts';
import type { Generator } from './generators.ts';

/** What one generator's builds of one corpus cost. */
export interface BuildResult {
  generator: Generator['key'];
  version: string;
  letters: number;
  /** A build without anything from before. */
  cold: Cost;
  /** Builds after a paragraph was added to one letter: the median. */
  edit: Cost;
  output: { files: number; bytes: number };
  date: string;
  commit: string;
  machine: string;
  /** Load of the machine before the first build. */
  load: number;
}

/** Reads the kept results; none when there is no file. */
async function readResults(file: string): Promise<BuildResult[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return JSON.parse(text) as BuildResult[];
}

/** Keeps a result in place of the one of the same generator and corpus. */
export async function keepResult(file: string, result: BuildResult): Promise<BuildResult[]> {
  const others = (await readResults(file)).filter(
    ({ generator, letters }) => generator !== result.generator || letters !== result.letters,
  );
  const all = [...others, result].sort(
    (a, b) => a.letters - b.letters || (a.generator < b.generator ? -1 : 1),
  );
  await writeFile(file, `${JSON.stringify(all, undefined, 2)}\n`);
  return all;
}
