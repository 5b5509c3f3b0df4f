import { Worker } from 'node:worker_threads';
import type { PreviewOptions, ShownLetter } from './letter-preview.ts';
import type { ThreadMessage } from './preview-thread.ts';

/** Shows letters as their files are now. */
export interface Previews {
  /** Waits until there is a preview. @throws Error when the program fails on the letter. */
  show(id: string): Promise<ShownLetter>;
  /** Has all letters read anew. Until that is done, the preview before it goes on. */
  renew(): void;
  close(): void;
}

interface Thread {
  worker: Worker;
  show: (id: string) => Promise<ShownLetter>;
}

/**
 * Opens previews, each in a thread: to read all letters of a large archive takes seconds, in which the one before shows
 * what is edited.
 *
 * @param onFailure Receives why a preview cannot be opened, in Chinese.
 */
export function openPreviews(options: PreviewOptions, onFailure: (text: string) => void): Previews {
  let first = Promise.withResolvers<Thread>();
  let current: Thread | undefined;
  let next: Worker | undefined;
  const renew = () => {
    void next?.terminate();
    const worker = new Worker(new URL('./preview-thread.ts', import.meta.url), { workerData: options });
    next = worker;
    const asked = new Map<number, PromiseWithResolvers<ShownLetter>>();
    let count = 0;
    const thread: Thread = {
      worker,
      show(id) {
        const number = count++;
        const answer = Promise.withResolvers<ShownLetter>();
        asked.set(number, answer);
        worker.postMessage({ number, id });
        return answer.promise;
      },
    };
    worker.on('message', (message: ThreadMessage) => {
      if ('failure' in message) onFailure(message.failure);
      else if ('ready' in message) {
        const last = current;
        current = thread;
        if (next === worker) next = undefined;
        first.resolve(thread);
        // What it was asked for before is still answered.
        if (last) setTimeout(() => void last.worker.terminate(), 2000).unref();
      } else if ('error' in message) asked.get(message.number)?.reject(new Error(message.error));
      else asked.get(message.number)?.resolve(message.shown);
    });
    worker.on('error', (error: Error) => {
      for (const { reject } of asked.values()) reject(error);
      if (current === thread) {
        current = undefined;
        first = Promise.withResolvers();
      }
      onFailure(error.message);
    });
  };
  renew();
  return {
    show: async (id) => (current ?? (await first.promise)).show(id),
    renew,
    close() {
      void next?.terminate();
      void current?.worker.terminate();
    },
  };
}
