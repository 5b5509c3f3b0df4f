import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Counts work in a separate process. Returns the cases whose work grows faster than their size, then a
 * summary of what was tried.
 *
 * @param size In characters or elements; each case is read at this size and at twice that.
 * @param every Tries one in so many of the cases.
 * @param everyFaulty And one in so many of those with a past fault.
 */
export async function excesses(size: number, every: number, everyFaulty: number): Promise<unknown[]> {
  const program = join(import.meta.dirname, 'growth-process.fixture.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    ...[size, every, everyFaulty].map(String),
  ]);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
