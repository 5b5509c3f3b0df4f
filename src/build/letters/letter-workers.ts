import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CheckedFacts } from './checked-facts.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { LetterResult, LetterTask } from './letter-task.ts';
import { answerOrders, type PageSetting, type WorkerAnswer, type WorkerOrder } from './worker-orders.ts';
import type { NumberedAnswer, NumberedOrder } from './letter-worker.ts';

/** Letters in one order: few enough that all threads end at about the same time. */
const batch = 25;

/** Megabytes in which a thread creates objects: what a batch needs is gone before they are full. */
const youngGeneration = 192;

/** Threads that read and render letters. They start when there is the first letter to do. */
export interface LetterWorkers {
  readFacts(names: readonly string[], onDone: (count: number) => void): Promise<LetterFacts[]>;
  /** Reads and checks letters, and no more of them. */
  check(names: readonly string[]): Promise<CheckedFacts[]>;
  /** Makes files of letters; results come as they are ready, in no order. */
  make(
    tasks: readonly LetterTask[],
    setting: PageSetting,
    onDone: (results: readonly LetterResult[]) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the threads of a build.
 *
 * @param content The content folder.
 * @param count How many there are at most.
 */
export function openLetterWorkers(content: string, count = availableParallelism()): LetterWorkers {
  const threads: Thread[] = [];
  // For a few letters a thread would take longer to start than they take.
  let here: Pick<Thread, 'ask'> | undefined;
  const startFor = (items: number) => {
    if (items <= batch) return [(here ??= workHere(content))];
    while (threads.length < Math.min(count, Math.ceil(items / batch))) threads.push(startThread(content));
    return threads;
  };
  return {
    async readFacts(names, onDone) {
      const answers = await share(split(names), startFor(names.length), async (part, thread) => {
        const { facts = [] } = await thread.ask({ names: part });
        onDone(facts.length);
        return facts;
      });
      return answers.flat();
    },
    async check(names) {
      const answers = await share(split(names), startFor(names.length), async (part, thread) => {
        const { checked = [] } = await thread.ask({ checked: part });
        return checked;
      });
      return answers.flat();
    },
    async make(tasks, setting, onDone) {
      const used = startFor(tasks.length);
      await Promise.all(used.map((thread) => thread.ask({ setting })));
      await share(split(tasks), used, async (part, thread) => {
        const { results = [] } = await thread.ask({ tasks: part });
        onDone(results);
      });
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Thread {
  ask: (order: WorkerOrder) => Promise<WorkerAnswer>;
  close: () => Promise<unknown>;
}

function workHere(content: string): Pick<Thread, 'ask'> {
  return { ask: answerOrders(content) };
}

function startThread(content: string): Thread {
  const worker = new Worker(new URL('./letter-worker.ts', import.meta.url), {
    workerData: content,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  const asked = new Map<number, PromiseWithResolvers<WorkerAnswer>>();
  let next = 0;
  worker.on('message', (given: NumberedAnswer) => {
    const { number } = given;
    if (given.failure === undefined) asked.get(number)?.resolve(given.answer);
    else asked.get(number)?.reject(Object.assign(new Error(given.failure.message), given.failure));
    asked.delete(number);
  });
  worker.on('error', (error) => {
    for (const { reject } of asked.values()) reject(error);
  });
  return {
    ask(order) {
      const number = next++;
      const answer = Promise.withResolvers<WorkerAnswer>();
      asked.set(number, answer);
      worker.postMessage({ number, order } satisfies NumberedOrder);
      return answer.promise;
    },
    close: () => worker.terminate(),
  };
}

function split<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / batch) }, (_, at) =>
    items.slice(at * batch, (at + 1) * batch),
  );
}

/**
 * Has each part done by a thread that is free. Each begins far from the others: letters side by side are of one year, and
 * threads that write into one folder wait for each other most of the time.
 *
 * @returns The results in the order of the parts.
 */
async function share<T, R>(
  parts: readonly T[],
  threads: readonly Pick<Thread, 'ask'>[],
  work: (part: T, thread: Pick<Thread, 'ask'>) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = new Set(parts.keys());
  /** The first part that is left from a place on, or from the beginning. */
  const takeFrom = (place: number): number | undefined => {
    let at = place;
    while (at < parts.length && !left.has(at)) at += 1;
    const [taken] = at < parts.length ? [at] : left;
    if (taken !== undefined) left.delete(taken);
    return taken;
  };
  await Promise.all(
    threads.map(async (thread, number) => {
      const start = Math.floor((number * parts.length) / threads.length);
      for (let at = takeFrom(start); at !== undefined; at = takeFrom(at + 1)) {
        const part = parts[at];
        if (part !== undefined) results[at] = await work(part, thread);
      }
    }),
  );
  return results;
}
