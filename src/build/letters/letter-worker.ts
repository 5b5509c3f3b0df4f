import { parentPort, workerData } from 'node:worker_threads';
import { answerOrders, type WorkerAnswer, type WorkerOrder } from './worker-orders.ts';

/** An order to this thread. */
export interface NumberedOrder {
  number: number;
  order: WorkerOrder;
}

/** The answer to the order of a number, or why there is none, with the system's error code if any. */
export type NumberedAnswer = { number: number } & (
  | { answer: WorkerAnswer; failure?: undefined }
  | { answer?: undefined; failure: { message: string; code?: string; path?: string } }
);

const answer = answerOrders(String(workerData));

parentPort?.on('message', ({ number, order }: NumberedOrder) => {
  const reply = (given: NumberedAnswer) => parentPort?.postMessage(given);
  answer(order).then(
    (given) => reply({ number, answer: given }),
    (error: unknown) => {
      const { message, code, path } = error as NodeJS.ErrnoException;
      const failure = { message, ...(code !== undefined && { code }), ...(path !== undefined && { path }) };
      reply({ number, failure });
    },
  );
});
