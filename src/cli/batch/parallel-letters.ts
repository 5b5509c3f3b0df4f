import { createHash } from 'node:crypto';
import { totalmem } from 'node:os';
import type { Conversion } from '../../convert/convert.ts';
import { createTaskProcess, type TaskProcess } from '../../queue/task-process.ts';
import { ReadError } from '../../readers/reading.ts';
import { readReceivedBytes } from '../received-files.ts';
import type { ReceivedLetters, ReceivedPaths } from '../received-letters.ts';
import type { ConversionAnswer, ConversionTask } from './conversion-process.ts';
import { ProcessError } from './process-error.ts';

/** What is converted ahead at most: so much that one scan holds up no process, and so little that memory is bounded. */
const ahead = { files: 200, bytes: 128 * 2 ** 20 };

/** The heap that Node gives a process on a large machine, in MB. */
const usualHeap = 4096;

type Converter = TaskProcess<ConversionTask, ConversionAnswer>;

/** Letters that several processes convert. */
export interface ParallelLetters extends ReceivedLetters {
  /** Ends the processes. */
  close: () => void;
}

/**
 * Converts letters in processes of their own, several at once and ahead of the one that is asked for. What is saved
 * as received comes from the disk when it is asked for, and must be what was converted.
 *
 * @param jobs How many processes.
 * @param cache The folder of all caches.
 * @param signal Ends the processes, and rejects what is asked for.
 * @param module The program of the processes.
 */
export function parallelLetters(
  received: readonly ReceivedPaths[],
  { jobs, cache }: { jobs: number; cache: string },
  signal: AbortSignal,
  module = new URL('./conversion-process.ts', import.meta.url),
): ParallelLetters {
  const create = (): Converter => createTaskProcess(module, heapOptions(jobs));
  const processes = Array.from({ length: Math.min(jobs, received.length) }, create);
  const idle = [...processes];
  const started = new Map<number, { answer: Promise<ConversionAnswer>; size: number }>();
  let next = 0;
  let asked = 0;

  /** Keeps all processes busy. */
  function startMore(): void {
    const held = () => [...started.values()].reduce((sum, { size }) => sum + size, 0);
    while (
      next < received.length &&
      (next <= asked || (next - asked < ahead.files && held() < ahead.bytes)) &&
      !signal.aborted
    ) {
      const process = idle.pop();
      const paths = received[next];
      if (!process || !paths) return;
      const entry = { answer: convertNext(process, paths), size: 0 };
      started.set(next, entry);
      next += 1;
      entry.answer
        .then((answer) => {
          entry.size = sizeOf(answer);
        })
        // It is reported when the file is asked for.
        .catch(() => undefined)
        .finally(startMore);
    }
  }

  async function convertNext(process: Converter, paths: ReceivedPaths): Promise<ConversionAnswer> {
    try {
      return await convertIn(process, { paths, cache });
    } finally {
      idle.push(process);
    }
  }

  const abort = () => {
    for (const process of processes) process.kill();
  };
  signal.addEventListener('abort', abort, { once: true });

  return {
    async read(index) {
      signal.throwIfAborted();
      asked = index;
      startMore();
      try {
        const answer = await started.get(index)?.answer;
        signal.throwIfAborted();
        const conversion = conversionOf(answer);
        return { conversion, bytes: await readSame(received[index]?.file ?? '', conversion.record.sha256) };
      } catch (error) {
        // Its process was killed.
        signal.throwIfAborted();
        throw error;
      } finally {
        started.delete(index);
        asked = index + 1;
        startMore();
      }
    },
    saved: () => Promise.resolve(),
    isLost: () => signal.aborted,
    close() {
      signal.removeEventListener('abort', abort);
      for (const process of processes) process.kill();
    },
  };
}

/** A process that ends may have met a machine with little memory left: the file is tried once more. */
async function convertIn(process: Converter, task: ConversionTask): Promise<ConversionAnswer> {
  try {
    return await process.run(task).catch(() => process.run(task));
  } catch (cause) {
    throw new ProcessError(
      '转换这个文件的进程两次意外结束，可能是内存不足，或者一个小时还没有读完；没有写入任何文件，其他文件不受影响。请关闭别的程序，再单独转换它。',
      { cause },
    );
  }
}

function conversionOf(answer: ConversionAnswer | undefined): Conversion {
  if (answer?.type === 'converted') return answer.conversion;
  if (answer?.type === 'refused') throw new ReadError(answer.code, answer.message);
  throw new Error(answer?.message ?? 'no answer');
}

async function readSame(file: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readReceivedBytes(file);
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new ReadError('unreadable', '这个文件在转换期间被改动了，没有采用。请再转换一次。');
}

/** About how many bytes an answer takes in memory. */
function sizeOf(answer: ConversionAnswer): number {
  if (answer.type !== 'converted') return 0;
  const { record, attachments } = answer.conversion;
  return attachments.reduce((sum, { bytes }) => sum + bytes.length, 8 * record.decoded.length);
}

/** Bounds the heaps of all processes together by the memory of the machine. */
function heapOptions(jobs: number): string[] {
  const share = Math.floor((totalmem() * 0.75) / jobs / 2 ** 20);
  return share < usualHeap ? [`--max-old-space-size=${Math.max(512, share)}`] : [];
}
