import { readFileSync } from 'node:fs';

/**
 * Memory of a process and all below it: resident bytes, summed (Linux; 0 elsewhere). What processes
 * share is counted in each.
 */
export function memoryOfTree(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  return childrenOf(pid).reduce((sum, child) => sum + memoryOfTree(child), own);
}

/** Children that any of its threads started. */
function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

/** A process may be gone between two looks. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
