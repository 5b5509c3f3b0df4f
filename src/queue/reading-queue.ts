import { setTimeout as pause } from 'node:timers/promises';
import { Job, Queue } from 'bullmq';
import { getBytes, putBytes, removeBytes } from './byte-store.ts';
import type { QueueConnection } from './connection.ts';
import { mostAttempts } from './job-failure.ts';
import { keptFor, keyPrefix, queueName, readingJobSchema, type PlannedJob } from './reading-job.ts';
import { isReadingResult, type ReadingResult } from './reading-result.ts';

/** Milliseconds between questions about a job that is not finished. */
const polling = { first: 20, longest: 500 };

/** How a job ended. */
export type JobEnd =
  | { type: 'finished'; result: ReadingResult }
  | { type: 'failed'; reason: string }
  /** It returned something that is no result for it. */
  | { type: 'unusable' }
  /** It is not there any more: the server lost it, or another one who waited for it took it away. */
  | { type: 'gone' };

/** The queue as seen by whoever has files to be read. */
export interface ReadingQueue {
  /** Adds a job, unless the same readers have done it or are waiting to. */
  add: (planned: PlannedJob) => Promise<void>;
  /** Waits until a job has ended. @throws when `signal` aborts. */
  ended: (planned: Pick<PlannedJob, 'id' | 'job'>, signal: AbortSignal) => Promise<JobEnd>;
  /** Reads an attachment that a worker found inside a file. */
  attachment: (id: string, sha256: string) => Promise<Uint8Array | undefined>;
  /** Removes a job that has ended, with the bytes that belong to it. */
  remove: (id: string, hashes: Iterable<string>) => Promise<void>;
  /** How many workers there are, on all machines. */
  workers: () => Promise<number>;
  close: () => Promise<void>;
}

/** Opens the queue on a connection; every method throws `QueueFault` when the connection is lost. */
export function openReadingQueue({ redis, fault }: QueueConnection): ReadingQueue {
  const queue = new Queue<unknown>(queueName, { connection: redis, prefix: keyPrefix });
  // Commands report what is wrong with the connection.
  queue.on('error', () => undefined);
  const guarded =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await work(...args);
      } catch (error) {
        throw error instanceof Error && error.name === 'AbortError' ? error : fault(error);
      }
    };

  async function endOf({ id, job }: Pick<PlannedJob, 'id' | 'job'>): Promise<JobEnd | undefined> {
    const found = await Job.fromId<unknown, unknown>(queue, id);
    if (!found) return { type: 'gone' };
    // A job that is to be tried again has failed too, but is not finished.
    if (found.finishedOn === undefined || !(await isFinished(found))) return undefined;
    if (found.failedReason) return { type: 'failed', reason: found.failedReason };
    const result = found.returnvalue;
    return isReadingResult(result) && result.sha256 === job.sha256 && result.reader === job.reader
      ? { type: 'finished', result }
      : { type: 'unusable' };
  }

  return {
    add: guarded(async (planned: PlannedJob) => {
      const { id, job, bytes } = planned;
      const found = await Job.fromId<unknown, unknown>(queue, id);
      if (found) {
        const end = await endOf(planned);
        const sameReader = readingJobSchema.safeParse(found.data).data?.reader === job.reader;
        if (end ? end.type === 'finished' : sameReader) return;
        // One that a worker holds cannot be removed; it will fail, and the next run adds it anew.
        await found.remove().catch(() => undefined);
      }
      for (const [sha256, content] of bytes) await putBytes(redis, id, sha256, content);
      await queue.add('read', job, {
        jobId: id,
        attempts: mostAttempts,
        removeOnComplete: { age: keptFor },
        removeOnFail: { age: keptFor },
      });
    }),
    ended: guarded(async (planned: Pick<PlannedJob, 'id' | 'job'>, signal: AbortSignal) => {
      for (let delay = polling.first; ; delay = Math.min(polling.longest, delay * 1.5)) {
        const end = await endOf(planned);
        if (end) return end;
        await pause(delay, undefined, { signal });
      }
    }),
    attachment: guarded((id: string, sha256: string) => getBytes(redis, id, sha256)),
    remove: guarded(async (id: string, hashes: Iterable<string>) => {
      // Whoever else waits for it may have been first.
      await queue.remove(id).catch(() => undefined);
      await removeBytes(redis, id, hashes);
    }),
    workers: guarded(() => queue.getWorkersCount()),
    close: () => queue.close(),
  };
}

async function isFinished(job: Job<unknown, unknown>): Promise<boolean> {
  const state = await job.getState();
  return state === 'completed' || state === 'failed';
}
