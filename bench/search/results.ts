import { readFile, writeFile } from 'node:fs/promises';
import type { BuildCost } from './build.ts';
import { engines } from './engines/engines.ts';
import type { IndexSize } from './index-size.ts';
import type { Accuracy, Speed, Waits } from './score.ts';

/** What was measured of one engine on one corpus. */
export interface Result {
  engine: string;
  letters: number;
  queries: number;
  version: string;
  date: string;
  commit: string;
  machine: string;
  /** Processes that wanted a core during the last minute of it: above their number, times are too long. */
  load: number;
  browser: string;
  /** Why there is no more to tell: what it could not do, within which limit. */
  failure?: string;
  build?: BuildCost;
  size?: IndexSize;
  accuracy?: Accuracy;
  speed?: Speed;
  /** By double-click, where an engine works there. */
  file?: { right: number; waits: Waits };
}

/** Results that were kept; a newer one of an engine and a size takes the place of the older. */
export async function keepResults(file: string, fresh: readonly Result[]): Promise<Result[]> {
  const key = ({ engine, letters }: Result) => `${engine} ${letters}`;
  const all = new Map([...(await readResults(file)), ...fresh].map((result) => [key(result), result]));
  const place = ({ engine }: Result) => engines.findIndex((one) => one.key === engine);
  const results = [...all.values()].sort((a, b) => a.letters - b.letters || place(a) - place(b));
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
  return results;
}

/** What was kept. */
export async function readResults(file: string): Promise<Result[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return JSON.parse(text) as Result[];
}
