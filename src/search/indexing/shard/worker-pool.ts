import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { DamagedFile } from './file-placing.ts';
import type { ChunkRecord } from '../posting/chunk-files.ts';
import { runRedealTask, type RedealTask } from './redeal.ts';
import {
  runLettersTask,
  runRegionTask,
  type InvertedLetters,
  type LettersTask,
  type RegionTask,
} from './shard-tasks.ts';

/** The tasks of a thread. */
export type ShardTask = LettersTask | RegionTask | RedealTask;

/** Runs the tasks of a shard, as many at a time as there are processors. */
export interface WorkerPool {
  /** How many tasks run at once. */
  width: number;
  invert: (task: LettersTask) => Promise<InvertedLetters>;
  deal: (task: RegionTask) => Promise<ChunkRecord[]>;
  redeal: (task: RedealTask) => Promise<ChunkRecord[]>;
  /** Ends the threads; open tasks are not answered. */
  close: () => Promise<void>;
}

/** Runs tasks where it is called: below a few hundred letters a thread takes longer to start than they do. */
export const inlinePool: WorkerPool = {
  width: 1,
  invert: (task) => Promise.resolve().then(() => runLettersTask(task)),
  deal: (task) => Promise.resolve().then(() => runRegionTask(task)),
  redeal: (task) => Promise.resolve().then(() => runRedealTask(task)),
  close: () => Promise.resolve(),
};

interface OpenTask {
  task: ShardTask;
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
}

/** The answer of a thread: the value, the damaged file, or why it failed, with the system's error code if any. */
export type TaskAnswer =
  { value: unknown } | { damaged: string } | { failure: Error; code?: string; path?: string };

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
    worker.on('message', (answer: TaskAnswer) => {
      settle(worker, ({ resolve, reject }) => {
        if ('value' in answer) resolve(answer.value);
        else if ('damaged' in answer) reject(new DamagedFile(answer.damaged));
        else {
          const { failure, ...system } = answer;
          reject(Object.assign(failure, system));
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
  const run = <Value>(task: ShardTask) =>
    new Promise<Value>((resolve, reject) => {
      waiting.push({ task, resolve: resolve as (value: unknown) => void, reject });
      assign();
    });
  return {
    width,
    invert: (task) => run<InvertedLetters>(task),
    deal: (task) => run<ChunkRecord[]>(task),
    redeal: (task) => run<ChunkRecord[]>(task),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
