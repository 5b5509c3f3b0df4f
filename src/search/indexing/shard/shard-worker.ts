import { parentPort } from 'node:worker_threads';
import { runLettersTask, runRegionTask, type LettersTask, type RegionTask } from './shard-tasks.ts';

// Runs the tasks of `worker-pool.ts` in a thread.
parentPort?.on('message', (task: LettersTask | RegionTask) => {
  try {
    const value = task.kind === 'letters' ? runLettersTask(task) : runRegionTask(task);
    parentPort?.postMessage({ value });
  } catch (error) {
    // A cloned error keeps its message and loses the rest.
    const { code, path } = error as NodeJS.ErrnoException;
    parentPort?.postMessage({ error, code, path });
  }
});
