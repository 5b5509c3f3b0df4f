import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { carryOut } from './carry-out.ts';
import type { Answer, FromThread, Order, ToThread } from './orders.ts';

/** Threads that pack and hash files. */
export interface ThreadPool {
  /** How many orders can be carried out at once. */
  size: number;
  /**
   * Has an order carried out by the next free thread.
   *
   * @param onPiece Takes the pieces of a large file; the thread waits while too many are not yet taken.
   */
  run: (order: Order, onPiece?: (bytes: Uint8Array) => Promise<void>) => Promise<Answer>;
  close: () => Promise<void>;
}

/** More would need more memory than they save time. */
const most = 8;

/** Little of what a thread makes lives long; with more memory for it, V8 would only collect it later. */
const limits = { maxYoungGenerationSizeMb: 6 };

/** A thread is worth its start for this much work, in bytes. */
const worthwhile = 2 << 20;

/** Opens threads for some work. @param bytes How much there is to pack, or other work that takes as long. */
export function openThreads(bytes: number): ThreadPool {
  if (bytes < worthwhile) return workHere();
  const size = Math.min(availableParallelism(), most, Math.ceil(bytes / worthwhile));
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const workers = Array.from({ length: size }, () => {
    const worker = new Worker(new URL('./file-thread.ts', import.meta.url), { resourceLimits: limits });
    // Each order listens for its own answer.
    worker.setMaxListeners(0);
    idle.push(worker);
    return worker;
  });
  const free = (worker: Worker) => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    size,
    async run(order, onPiece) {
      const worker = idle.shift() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
      try {
        return await ask(worker, order, onPiece);
      } finally {
        free(worker);
      }
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** A little work is done by the time a thread would have started. */
function workHere(): ThreadPool {
  return {
    size: 1,
    run: (order, onPiece) => carryOut(order, (bytes) => onPiece?.(bytes) ?? Promise.resolve()),
    close: () => Promise.resolve(),
  };
}

function ask(worker: Worker, order: Order, onPiece?: (bytes: Uint8Array) => Promise<void>): Promise<Answer> {
  const tell = (message: ToThread) => {
    worker.postMessage(message);
  };
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.off('message', hear).off('error', fail);
    };
    const fail = (error: unknown) => {
      end();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const hear = (message: FromThread) => {
      if (message.kind === 'piece')
        onPiece?.(message.bytes).then(() => {
          const room = message.bytes.buffer;
          worker.postMessage({ kind: 'taken', room } satisfies ToThread, [room]);
        }, fail);
      else if (message.kind === 'failure')
        fail(Object.assign(new Error(message.message), { code: message.code, path: message.path }));
      else {
        end();
        resolve(message.answer);
      }
    };
    worker.on('message', hear).on('error', fail);
    tell({ kind: 'order', order });
  });
}
