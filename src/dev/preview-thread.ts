import { parentPort, workerData } from 'node:worker_threads';
import { openLetterPreview, type PreviewOptions, type ShownLetter } from './letter-preview.ts';

/** What this thread says: that it is ready or cannot be, or what a letter of a number is like. */
export type ThreadMessage =
  | { ready: true }
  | { failure: string }
  | { number: number; shown: ShownLetter }
  | { number: number; error: string };

const say = (message: ThreadMessage) => parentPort?.postMessage(message);
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

openLetterPreview(workerData as PreviewOptions).then(
  (show) => {
    parentPort?.on('message', ({ number, id }: { number: number; id: string }) => {
      show(id).then(
        (shown) => say({ number, shown }),
        (error: unknown) => say({ number, error: messageOf(error) }),
      );
    });
    say({ ready: true });
  },
  (error: unknown) => say({ failure: messageOf(error) }),
);
