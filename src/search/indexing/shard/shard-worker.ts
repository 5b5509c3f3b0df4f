import { parentPort } from 'node:worker_threads';
import { DamagedFile } from './file-placing.ts';
import { runRedealTask } from './redeal.ts';
import { runLettersTask, runRegionTask } from './shard-tasks.ts';
import type { ShardTask, TaskAnswer } from './worker-pool.ts';

// Runs the tasks of `worker-pool.ts` in a thread.
parentPort?.on('message', (task: ShardTask) => {
  parentPort?.postMessage(answer(task));
});

function answer(task: ShardTask): TaskAnswer {
  try {
    return { value: run(task) };
  } catch (error) {
    if (error instanceof DamagedFile) return { damaged: error.message };
    // A clone of an error has its message and no more.
    const { code, path } = error as NodeJS.ErrnoException;
    const failure = error instanceof Error ? error : new Error(String(error));
    return { failure, ...(code === undefined ? {} : { code }), ...(path === undefined ? {} : { path }) };
  }
}

function run(task: ShardTask): unknown {
  switch (task.kind) {
    case 'letters':
      return runLettersTask(task);
    case 'region':
      return runRegionTask(task);
    case 'redeal':
      return runRedealTask(task);
  }
}
