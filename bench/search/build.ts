import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engines/engine.ts';
import { memoryOfTree } from './memory.ts';

/** What building an index took. */
export interface BuildCost {
  seconds: number;
  /** Peak over all its processes, in bytes; the letters themselves are in it. */
  memory: number;
}

/** What an engine may take at most; beyond it is stopped, which is its result. */
export const limits = { seconds: 5400, memory: 20 * 1024 ** 3 };

/** What the process that builds tells. */
export type BuildMessage =
  { kind: 'begin' } | { kind: 'end'; seconds: number } | { kind: 'failed'; reason: string };

/**
 * Builds an engine's site in a process of its own.
 *
 * @throws Error that says which limit was passed, or what the engine said.
 */
export async function buildInProcess(engine: Engine, letters: number, out: string): Promise<BuildCost> {
  const child = fork(
    fileURLToPath(new URL('./build-process.ts', import.meta.url)),
    [engine.key, String(letters), out],
    // A group of its own: what it starts ends with it.
    { execArgv: engine.heap === undefined ? [] : [`--max-old-space-size=${engine.heap}`], detached: true },
  );
  const pid = child.pid ?? 0;
  let peak = 0;
  let watch: ReturnType<typeof setInterval> | undefined;
  try {
    const seconds = await new Promise<number>((resolve, reject) => {
      const begin = () => {
        const until = performance.now() + limits.seconds * 1000;
        watch = setInterval(() => {
          peak = Math.max(peak, memoryOfTree(pid));
          if (peak > limits.memory) reject(new Error(`内存超过 over ${limits.memory / 1024 ** 3} GB`));
          if (performance.now() > until) reject(new Error(`时间超过 over ${limits.seconds} s`));
        }, 100);
      };
      child.on('message', (message) => {
        const told = message as BuildMessage;
        if (told.kind === 'begin') begin();
        else if (told.kind === 'end') resolve(told.seconds);
        else reject(new Error(told.reason));
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        reject(new Error(`进程中断 the process ended: ${code ?? signal ?? ''}`));
      });
    });
    return { seconds, memory: peak };
  } finally {
    clearInterval(watch);
    if (child.exitCode === null) process.kill(-pid, 'SIGKILL');
  }
}
