import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { hashBytes, keyPrefix } from '../../queue/reading-job.ts';
import { redisServerOrSkip } from '../../queue/redis-server.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { receiveBacklog, startQueueProcesses } from './queue-processes.fixture.ts';

const program = redisServerOrSkip();

test.skipIf(program === undefined)(
  '200 letters by three workers, two of them killed, become the same folders as by one conversion',
  async () => {
    const { folder, port, queue, work, convert, remove } = await startQueueProcesses(program ?? '');
    try {
      const files = receiveBacklog(join(folder, 'in'));
      expect(files).toHaveLength(200);
      const workers = [work(), work(), work()];
      const conversion = convert('queued', files, 'queued');
      for (const [index, worker] of workers.slice(0, 2).entries()) {
        const enough = 30 * (index + 1);
        // A worker takes a job with the end of the one before: killed while some wait, it holds one.
        while ((await queue.getCompletedCount()) < enough || (await queue.getWaitingCount()) === 0)
          await pause(5);
        worker.child.kill('SIGKILL');
      }
      const comparison = convert('alone', files, 'alone');
      const [queued, alone] = await Promise.all([conversion.ended, comparison.ended]);
      expect(filesBelow(join(folder, 'queued'))).toEqual(filesBelow(join(folder, 'alone')));
      expect({ ...queued, out: queued.out.replaceAll('queued/', 'alone/') }).toEqual(alone);
      expect(await queue.getJobCounts('active', 'wait')).toEqual({ active: 0, wait: 0 });

      // Of what is saved nothing stays on the server: only the copy, which was refused.
      const redis = new Redis(port);
      const copied = hashBytes(readFileSync(files[2] ?? ''));
      expect(await redis.keys(`${keyPrefix}:bytes:*`)).toEqual([`${keyPrefix}:bytes:${copied}:${copied}`]);
      await redis.quit();

      const left = workers.at(-1);
      left?.child.kill('SIGTERM');
      expect((await left?.ended)?.status).toBe(0);
    } finally {
      await remove();
    }
  },
);
