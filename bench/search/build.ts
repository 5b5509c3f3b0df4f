import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engines/engine.ts';
import { memoryOfTree } from '../memory.ts';

/** The cost of building an index. */
export interface BuildCost {
  seconds: number;
  /** Peak over all its processes, in bytes, including the letters themselves. */
  memory: number;
}

/** Limits of a build. An engine that exceeds them is stopped, and that is its result. */
export const limits = { seconds: 5400, memory: 20 * 1024 ** 3 };

/** What the build process reports. */
export type BuildMessage =
  { kind: 'begin' } | { kind: 'end'; seconds: number } | { kind: 'failed'; reason: string };

/**
 * Builds an engine's site in a separate process.
 *
 * @throws Error that says which limit was exceeded, or the engine's error.
 */
export async function buildInProcess(engine: Engine, letters: number, out: string): Promise<BuildCost> {
  const child = fork(
    fileURLToPath(new URL('./build-process.ts', import.meta.url)),
    [engine.key, String(letters), out],
    // A separate process group, so that its children end with it.
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
        const report = message as BuildMessage;
        if (report.kind === 'begin') begin();
        else if (report.kind === 'end') resolve(report.seconds);
        else reject(new Error(report.reason));
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
