import { readFileSync } from 'node:fs';

/**
 * The memory of a process and its descendants: the sum of their resident bytes (Linux; 0 elsewhere). Shared
 * memory is counted in each process.
 */
export function memoryOfTree(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  return childrenOf(pid).reduce((sum, child) => sum + memoryOfTree(child), own);
}

/** Children started by any of its threads. */
function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

/** A process may end between two samples. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
