import { convertReading } from '../../convert/convert.ts';
import { ReadError } from '../../readers/reading.ts';
import { describeFailure, failures } from '../../queue/job-failure.ts';
import { readerVersion } from '../../queue/reader-version.ts';
import { hashBytes, planJob, type PlannedJob, type ReceivedInput } from '../../queue/reading-job.ts';
import { QueueFault } from '../../queue/queue-fault.ts';
import type { JobEnd, ReadingQueue } from '../../queue/reading-queue.ts';
import { openResult, type ReadingResult } from '../../queue/reading-result.ts';
import { readQueuedInput } from './queued-input.ts';
import type { ReceivedLetter, ReceivedLetters, ReceivedPaths } from '../received-letters.ts';
import { WorkerError } from './worker-error.ts';

/** What waits in the queue at most: enough for hundreds of workers, and little for a server to keep in memory. */
const inFlight = { jobs: 1000, bytes: 256 * 2 ** 20 };

/** How often a job that the server lost is added again. */
const mostAdditions = 3;

/** A job whose result is awaited. */
interface AwaitedJob extends Pick<PlannedJob, 'id' | 'job'> {
  /** Of all bytes that travel with it. */
  size: number;
  /** The hashes of these, and of the attachments that the worker found. */
  hashes: string[];
}

/**
 * Has the files of a command read by workers. Jobs are added some hundreds ahead; results are taken in the order
 * of the files, so letters get the places that they would get without a queue. Only the text is taken from a worker:
 * letters are recognised here, and what is saved as received comes from the disk.
 *
 * @param signal Ends the waiting; what is in the queue stays there.
 */
export async function queuedLetters(
  received: readonly ReceivedPaths[],
  queue: ReadingQueue,
  signal: AbortSignal,
): Promise<ReceivedLetters> {
  const reader = await readerVersion();
  const awaited = new Map<number, AwaitedJob | { error: unknown }>();
  let next = 0;

  const pathsOf = (index: number): ReceivedPaths => {
    const paths = received[index];
    if (!paths) throw new Error(`no file ${index}`);
    return paths;
  };

  const planFile = async (index: number): Promise<[PlannedJob, ReceivedInput]> => {
    const input = await readQueuedInput(pathsOf(index));
    return [planJob(input, reader), input];
  };

  async function add(index: number): Promise<AwaitedJob> {
    const [planned] = await planFile(index);
    await queue.add(planned);
    const size = [...planned.bytes.values()].reduce((sum, { length }) => sum + length, 0);
    return { id: planned.id, job: planned.job, size, hashes: [...planned.bytes.keys()] };
  }

  /** Keeps workers busy while letters are saved here. */
  async function addAhead(index: number): Promise<void> {
    const waiting = () => [...awaited.values()].reduce((sum, job) => sum + ('size' in job ? job.size : 0), 0);
    while (
      next < received.length &&
      (next <= index || (next - index < inFlight.jobs && waiting() < inFlight.bytes))
    ) {
      signal.throwIfAborted();
      // What is wrong with a file is reported in its turn.
      const job = await add(next).catch((error: unknown) => {
        if (error instanceof ReadError) return { error };
        throw error;
      });
      awaited.set(next, job);
      next += 1;
    }
  }

  async function finish(index: number, job: AwaitedJob): Promise<ReadingResult> {
    for (let additions = 1; ; additions += 1) {
      const end = await queue.ended(job, signal);
      if (end.type === 'finished') return end.result;
      // What failed is of no use to the next run.
      await queue.remove(job.id, job.hashes);
      const isLost = end.type === 'gone' || (end.type === 'failed' && end.reason === failures.bytes);
      if (!isLost || additions >= mostAdditions) throw new WorkerError(describeFailure(reasonOf(end)));
      await add(index);
    }
  }

  async function open(index: number, job: AwaitedJob, result: ReadingResult): Promise<ReceivedLetter> {
    const [planned, { bytes }] = await planFile(index);
    if (planned.id !== job.id)
      throw new ReadError('unreadable', '这个文件在转换期间被改动了，没有采用。请再转换一次。');
    const reading = await openResult(result, async (sha256) => {
      job.hashes.push(sha256);
      const found = planned.bytes.get(sha256) ?? (await queue.attachment(job.id, sha256));
      if (found) return found;
      await queue.remove(job.id, job.hashes);
      throw new WorkerError(describeFailure(failures.bytes));
    });
    const { file, anyText } = pathsOf(index);
    const wanted = { ...reading, ...(anyText && { anyText }) };
    return { bytes, conversion: convertReading(wanted, { file, sha256: hashBytes(bytes) }) };
  }

  return {
    async read(index) {
      signal.throwIfAborted();
      for (const earlier of awaited.keys()) if (earlier < index) awaited.delete(earlier);
      await addAhead(index);
      const job = awaited.get(index);
      if (!job) throw new Error(`no job for file ${index}`);
      if ('error' in job) throw job.error;
      return open(index, job, await finish(index, job));
    },
    async saved(index) {
      const job = awaited.get(index);
      awaited.delete(index);
      if (!job || 'error' in job) return;
      // The same file may be there twice.
      const isShared = [...awaited.values()].some((other) => 'id' in other && other.id === job.id);
      if (!isShared) await queue.remove(job.id, job.hashes);
    },
    isLost: (error) => error instanceof QueueFault || (error instanceof Error && error.name === 'AbortError'),
  };
}

function reasonOf(end: Exclude<JobEnd, { type: 'finished' }>): string {
  if (end.type === 'failed') return end.reason;
  return end.type === 'gone' ? failures.bytes : failures.result;
}
