import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ChunkRecord } from '../posting/chunk-files.ts';
import {
  runLettersTask,
  runRegionTask,
  type InvertedLetters,
  type LettersTask,
  type RegionTask,
} from './shard-tasks.ts';

/** Runs the tasks of a shard, as many at a time as there are processors. */
export interface WorkerPool {
  /** How many tasks run at once. */
  width: number;
  invert: (task: LettersTask) => Promise<InvertedLetters>;
  deal: (task: RegionTask) => Promise<ChunkRecord[]>;
  /** Ends the threads; open tasks are not answered. */
  close: () => Promise<void>;
}

/** Runs tasks where it is called: below a few hundred letters a thread takes longer to start than they do. */
export const inlinePool: WorkerPool = {
  width: 1,
  invert: (task) => Promise.resolve().then(() => runLettersTask(task)),
  deal: (task) => Promise.resolve().then(() => runRegionTask(task)),
  close: () => Promise.resolve(),
};

interface OpenTask {
  task: LettersTask | RegionTask;
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
}

type Answer = { value: unknown } | { error: Error; code?: string; path?: string };

/** Starts a thread for each processor. */
export function createWorkerPool(width = availableParallelism()): WorkerPool {
  const waiting: OpenTask[] = [];
  const idle: Worker[] = [];
  const open = new Map<Worker, OpenTask>();
  const assign = () => {
    for (;;) {
      const next = idle.length > 0 ? waiting.shift() : undefined;
      const worker = next && idle.pop();
      if (next === undefined || worker === undefined) return;
      open.set(worker, next);
      worker.postMessage(next.task);
    }
  };
  const settle = (worker: Worker, end: (task: OpenTask) => void) => {
    const task = open.get(worker);
    open.delete(worker);
    if (task) end(task);
  };
  const workers = Array.from({ length: width }, () => {
    const worker = new Worker(new URL('./shard-worker.ts', import.meta.url));
    worker.on('message', (answer: Answer) => {
      settle(worker, ({ resolve, reject }) => {
        if ('value' in answer) resolve(answer.value);
        else {
          const { error, code, path } = answer;
          reject(Object.assign(error, code !== undefined && { code }, path !== undefined && { path }));
        }
      });
      idle.push(worker);
      assign();
    });
    worker.on('error', (error) => {
      settle(worker, ({ reject }) => {
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
    worker.on('exit', (code) => {
      const interrupted = new Error(`建立检索索引的线程中断（${code}）`);
      settle(worker, ({ reject }) => {
        reject(interrupted);
      });
      for (const { reject } of waiting.splice(0)) reject(interrupted);
    });
    return worker;
  });
  idle.push(...workers);
  const run = <Value>(task: LettersTask | RegionTask) =>
    new Promise<Value>((resolve, reject) => {
      waiting.push({ task, resolve: resolve as (value: unknown) => void, reject });
      assign();
    });
  return {
    width,
    invert: (task) => run<InvertedLetters>(task),
    deal: (task) => run<ChunkRecord[]>(task),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
