import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { connectQueue, type QueueConnection } from '../../queue/connection.ts';
import { parseQueueAddress } from '../../queue/queue-address.ts';
import { readerVersion } from '../../queue/reader-version.ts';
import { hashBytes, keyPrefix, queueName } from '../../queue/reading-job.ts';
import { redisServerOrSkip, startRedis } from '../../queue/redis-server.fixture.ts';
import { startWorker, type QueueWorker } from '../../queue/worker.ts';
import { convertFiles, type ConvertCommandOptions } from '../convert-files.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';

/** The server's program; undefined without one, and the tests of the queue are skipped. */
export const serverProgram = redisServerOrSkip();

/** A received letter. */
export const letter = join(import.meta.dirname, '../../convert/fixtures/clean-letter/input.txt');

type Options = Omit<ConvertCommandOptions, 'content'>;

/** Starts a server with a password for the tests of a file; each test finds it empty, and a folder of its own. */
export function useQueue() {
  const password = 'p@ss:word/秘';
  const ends: (() => Promise<unknown>)[] = [];
  let close: () => Promise<unknown> = () => Promise.resolve();
  let connection: QueueConnection | undefined;
  let queue: Queue<unknown> | undefined;
  const state = { folder: '', out: '', address: '', bareAddress: '', password };

  beforeAll(async () => {
    if (serverProgram === undefined) return;
    const server = await startRedis(serverProgram, '--requirepass', password);
    state.bareAddress = server.address;
    state.address = server.address.replace('://', `://:${encodeURIComponent(password)}@`);
    const opened = await connectQueue(parseQueueAddress(state.address));
    const jobs = new Queue<unknown>(queueName, { connection: opened.redis, prefix: keyPrefix });
    [connection, queue] = [opened, jobs];
    close = async () => {
      await jobs.close();
      await opened.close();
      await server.stop();
    };
  });
  afterAll(() => close());

  beforeEach(async () => {
    state.folder = mkdtempSync(join(tmpdir(), 'dafu-'));
    state.out = '';
    await connection?.redis.flushall();
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => ((state.out += String(text)), true));
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    vi.restoreAllMocks();
    process.exitCode = 0;
    rmSync(state.folder, { recursive: true, force: true });
  });

  const opened = () => {
    if (!connection || !queue) throw new Error('there is no server');
    return { connection, queue };
  };

  /** Converts into a content folder of this name; gives the exit code. */
  async function run(name: string, files: string[], options: Options = {}): Promise<number | string> {
    const content = join(state.folder, name);
    mkdirSync(content, { recursive: true });
    process.exitCode = 0;
    await convertFiles(files, { content, ...options });
    return process.exitCode;
  }

  return {
    state,
    opened,
    /** Processes to end after the test. */
    ends,
    /** Converts with the queue, into the folder `queued`. */
    convert: (files: string[], options: Options = {}) =>
      run('queued', files, { queue: state.address, ...options }),
    /** Converts the files with and without the queue, and compares all that is written and printed. */
    async expectSame(files: string[], options: Options = {}) {
      state.out = '';
      const alone = await run('alone', files, options);
      const said = state.out;
      state.out = '';
      expect(await run('queued', files, { ...options, queue: state.address })).toBe(alone);
      expect(state.out.replaceAll('queued', 'alone')).toBe(said);
      expect(filesBelow(join(state.folder, 'queued'))).toEqual(filesBelow(join(state.folder, 'alone')));
    },
    /** Starts a worker. */
    async work(): Promise<QueueWorker> {
      const timing = { lockDuration: 3000, stalledInterval: 200 };
      const worker = await startWorker(opened().connection, 1, () => undefined, timing);
      ends.push(() => worker.end());
      return worker;
    },
    /** Starts a worker that returns what it likes. */
    forge(answer: () => unknown): void {
      const options = { connection: opened().connection.redis, prefix: keyPrefix };
      const worker = new Worker<unknown, unknown>(queueName, async () => await answer(), options);
      ends.push(() => worker.close());
    },
    /** Waits until a job waits. */
    async jobAppears(): Promise<void> {
      while ((await opened().queue.getWaitingCount()) < 1) await pause(5);
    },
    bytesLeft: () => opened().connection.redis.keys(`${keyPrefix}:bytes:*`),
  };
}

/** A right result for the letter. */
export async function rightResult() {
  const decoded = readFileSync(letter, 'utf8');
  const reading = { format: 'txt', decoded, marks: [], attachments: [], messages: [] };
  const sha256 = hashBytes(readFileSync(letter));
  return { reader: await readerVersion(), sha256, outcome: { type: 'read', reading } };
}
