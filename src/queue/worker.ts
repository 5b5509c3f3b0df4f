import { setTimeout as pause } from 'node:timers/promises';
import { UnrecoverableError, Worker, type Job } from 'bullmq';
import { getBytes, putBytes } from './byte-store.ts';
import type { QueueConnection } from './connection.ts';
import { failures } from './job-failure.ts';
import { readerVersion } from './reader-version.ts';
import {
  hashBytes,
  keptFor,
  keyPrefix,
  largestJob,
  queueName,
  readingJobSchema,
  type CompanionFile,
  type ReadingJob,
  type ReceivedInput,
} from './reading-job.ts';
import type { ReadingAnswer } from './reading-process.ts';
import type { ReadingResult } from './reading-result.ts';
import { createTaskProcess, type TaskProcess } from './task-process.ts';

/** How workers notice that one of them was killed. */
export interface WorkerTiming {
  /**
   * How long a job belongs to a worker that does not renew it, which it does twice as often; in milliseconds. Only
   * a worker that is dead, cut off or suspended leaves it: readers work in a process of their own.
   */
  lockDuration: number;
  /** How often each worker looks for jobs whose worker is gone, in milliseconds. */
  stalledInterval: number;
}

/** A minute outlasts a failover of the server and a machine that swaps; a lost job waits at most 90 seconds. */
const usualTiming: WorkerTiming = { lockDuration: 60_000, stalledInterval: 30_000 };

/**
 * A file whose third worker is gone too is not tried again. Two may be lost by chance: machines are switched off, and
 * in threes only when a file kills them.
 */
const mostLostWorkers = 2;

/** What a worker has done. */
export type WorkerEvent = { type: 'done' } | { type: 'failed'; reason: string };

/** A worker that takes jobs until it receives a signal to end. */
export interface QueueWorker {
  /** Takes no more jobs and finishes the current ones. */
  end: () => Promise<void>;
  /** Leaves everything as it is, for a connection that is lost: another worker takes over. */
  abandon: () => Promise<void>;
}

type Reader = TaskProcess<ReceivedInput, ReadingAnswer>;

const createReader = (): Reader => createTaskProcess(new URL('./reading-process.ts', import.meta.url));

/**
 * Takes jobs from the queue.
 *
 * @param concurrency How many files to read at once, each in a process of its own.
 */
export async function startWorker(
  { redis, fault }: QueueConnection,
  concurrency: number,
  onEvent: (event: WorkerEvent) => void,
  timing: WorkerTiming = usualTiming,
): Promise<QueueWorker> {
  const reader = await readerVersion();
  const idle = Array.from({ length: concurrency }, createReader);
  const children = [...idle];

  async function work({ id = '', data }: Job<unknown>): Promise<ReadingResult> {
    const { data: job } = readingJobSchema.safeParse(data);
    if (!job) throw new UnrecoverableError(failures.form);
    if (job.reader !== reader) throw new UnrecoverableError(failures.reader);
    const child = idle.pop() ?? createReader();
    try {
      const input = await fetchInput(id, job);
      const answer = await readWith(child, input);
      return { reader, sha256: hashBytes(input.bytes), outcome: await pack(id, input, answer) };
    } finally {
      idle.push(child);
    }
  }

  async function fetchInput(id: string, { sha256, files }: ReadingJob): Promise<ReceivedInput> {
    let left = largestJob;
    const fetch = async (hash: string) => {
      const bytes = await getBytes(redis, id, hash);
      left -= bytes?.length ?? 0;
      if (!bytes || left < 0) throw new UnrecoverableError(failures.bytes);
      return bytes;
    };
    const bytes = await fetch(sha256);
    const companions: CompanionFile[] = [];
    for (const { use, path, sha256 } of files) companions.push({ use, path, bytes: await fetch(sha256) });
    return { bytes, files: companions };
  }

  /** Lays bytes where the one who asked finds them. */
  async function put(id: string, there: ReadonlySet<string>, bytes: Uint8Array): Promise<string> {
    const sha256 = hashBytes(bytes);
    if (!there.has(sha256)) await putBytes(redis, id, sha256, bytes);
    return sha256;
  }

  /** The bytes of attachments that came inside the file go their own way; all others are there already. */
  async function pack(
    id: string,
    { files }: ReceivedInput,
    answer: ReadingAnswer,
  ): Promise<ReadingResult['outcome']> {
    if (answer.type !== 'read') return answer;
    const there = new Set(files.map(({ bytes }) => hashBytes(bytes)));
    const attachments = [];
    for (const { name, given, bytes } of answer.reading.attachments) {
      const sha256 = await put(id, there, bytes);
      attachments.push({ name, sha256, ...(given !== undefined && { given }) });
    }
    const { doubts: found, ...reading } = answer.reading;
    if (!found) return { type: 'read', reading: { ...reading, attachments } };
    const doubts = [];
    for (const doubt of found) {
      const pictures: string[] = [];
      for (const png of doubt.pictures) pictures.push(await put(id, there, png));
      doubts.push({ ...doubt, pictures });
    }
    return { type: 'read', reading: { ...reading, attachments, doubts } };
  }

  const worker = new Worker<unknown, ReadingResult>(queueName, work, {
    connection: redis,
    prefix: keyPrefix,
    concurrency,
    ...timing,
    maxStalledCount: mostLostWorkers,
    removeOnComplete: { age: keptFor },
    removeOnFail: { age: keptFor },
  });
  worker.on('completed', () => {
    onEvent({ type: 'done' });
  });
  worker.on('failed', (_, { message }) => {
    onEvent({ type: 'failed', reason: message });
  });
  // The connection reports when it is lost for good.
  worker.on('error', () => undefined);
  await worker.waitUntilReady().catch((error: unknown) => {
    throw fault(error);
  });
  return {
    async end() {
      await worker.close();
      for (const child of children) child.end();
    },
    async abandon() {
      for (const child of children) child.kill();
      // It may wait for a server that does not answer.
      await Promise.race([worker.close(true).catch(() => undefined), pause(1000, undefined, { ref: false })]);
    },
  };
}

/** A reader that dies may have met a machine with little memory: the job is tried again, then given up. */
async function readWith(child: Reader, input: ReceivedInput): Promise<ReadingAnswer> {
  try {
    return await child.run(input);
  } catch (error) {
    throw new Error(failures.death, { cause: error });
  }
}
