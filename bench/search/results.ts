import { readFile, writeFile } from 'node:fs/promises';
import type { BuildCost } from './build.ts';
import { engines } from './engines/engines.ts';
import type { IndexSize } from './index-size.ts';
import type { Accuracy, Speed, Waits } from './score.ts';

/** The results of one engine on one corpus. */
export interface Result {
  engine: string;
  letters: number;
  queries: number;
  version: string;
  date: string;
  commit: string;
  machine: string;
  /** Load average of the last minute: above the number of cores, times are too long. */
  load: number;
  browser: string;
  /** Why the result is incomplete: what failed, or which limit was exceeded. */
  failure?: string;
  build?: BuildCost;
  size?: IndexSize;
  accuracy?: Accuracy;
  speed?: Speed;
  /** On `file:`, if the engine works there. */
  file?: { right: number; waits: Waits };
}

/** Adds results to those kept; a newer one of the same engine and size replaces the older. */
export async function keepResults(file: string, fresh: readonly Result[]): Promise<Result[]> {
  const key = ({ engine, letters }: Result) => `${engine} ${letters}`;
  const all = new Map([...(await readResults(file)), ...fresh].map((result) => [key(result), result]));
  const place = ({ engine }: Result) => engines.findIndex((one) => one.key === engine);
  const results = [...all.values()].sort((a, b) => a.letters - b.letters || place(a) - place(b));
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
  return results;
}

/** Reads the kept results. */
export async function readResults(file: string): Promise<Result[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return JSON.parse(text) as Result[];
}
