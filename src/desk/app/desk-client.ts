import source from 'virtual:dafu/desk-worker';
import { startSourceWorker } from '../../client/source-worker.ts';
import type { Decisions } from '../decisions.ts';
import type { ReceivedFiles } from '../desk-package.ts';
import type { DeskAnswer, DeskRequest } from './desk-messages.ts';

/** Milliseconds after which a conversion is given up: a file may be made to never end. */
const patience = 120_000;

/** Converts letters in a worker, one at a time, in the order in which they are asked for. */
export interface DeskClient {
  convert: (received: ReceivedFiles, decisions: Decisions) => Promise<DeskAnswer>;
}

export function createDeskClient(): DeskClient {
  let worker: { send: (request: DeskRequest) => Promise<DeskAnswer>; stop: () => void } | undefined;
  let last: ReceivedFiles | undefined;
  let number = 0;
  const ask = async (received: ReceivedFiles, decisions: Decisions): Promise<DeskAnswer> => {
    worker ??= startWorker();
    const { send, stop } = worker;
    number += 1;
    const request = { number, decisions, ...(received !== last && { received }) };
    last = received;
    let timer = 0;
    const timeLimit = new Promise<never>((_, reject) => {
      timer = window.setTimeout(() => {
        reject(new Error(`转换超过 ${patience / 1000} 秒，已停止。请用 dafu convert 转换。`));
      }, patience);
    });
    try {
      return await Promise.race([send(request), timeLimit]);
    } catch (error) {
      stop();
      [worker, last] = [undefined, undefined];
      return { number, refusal: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(timer);
    }
  };
  let queue: Promise<unknown> = Promise.resolve();
  return {
    convert(received, decisions) {
      const answer = queue.then(() => ask(received, decisions));
      queue = answer;
      return answer;
    },
  };
}

function startWorker() {
  const { worker, stop } = startSourceWorker(source);
  const { port1: port, port2 } = new MessageChannel();
  const asked = new Map<number, { resolve: (answer: DeskAnswer) => void; reject: (reason: Error) => void }>();
  worker.postMessage('port', [port2]);
  port.addEventListener('message', ({ data }: MessageEvent<DeskAnswer>) => {
    asked.get(data.number)?.resolve(data);
    asked.delete(data.number);
  });
  port.start();
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of asked.values()) reject(new Error(`转换程序中断（${message}）。`));
    asked.clear();
  });
  return {
    send(request: DeskRequest): Promise<DeskAnswer> {
      return new Promise((resolve, reject) => {
        asked.set(request.number, { resolve, reject });
        port.postMessage(request);
      });
    },
    stop,
  };
}
