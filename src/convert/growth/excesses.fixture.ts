import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Counts work in a process of its own: the cases whose work grows faster than their size, and last how many were tried.
 *
 * @param size In characters or elements; each case is read at this size and at twice that.
 * @param every Of the cases that never were a fault, one of so many.
 */
export async function excesses(size: number, every: number): Promise<unknown[]> {
  const program = join(import.meta.dirname, 'growth-process.fixture.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(size), String(every)]);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
