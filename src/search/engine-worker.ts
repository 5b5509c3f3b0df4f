import { createEngine, type Engine, type Found } from './engine.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import { fromBase64 } from './data-file.ts';

/** The worker's own scope, as far as it is used: the library for pages does not describe it. */
interface WorkerScope {
  onmessage: ((event: { data: ToEngine }) => void) | null;
  postMessage: (message: FromEngine) => void;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A file that the page was asked for. */
interface Request {
  promise: Promise<Bytes>;
  resolve: (bytes: Bytes) => void;
  reject: (reason: Error) => void;
}

const scope = globalThis as unknown as WorkerScope;
const waiting = new Map<string, Request>();
let engine: Engine | undefined;
let newest = 0;

/** Asks the page for a file: a worker can load none by itself on `file:`. */
function load(name: string): Promise<Bytes> {
  const known = waiting.get(name);
  if (known) return known.promise;
  let settle: Pick<Request, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<Bytes>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle) waiting.set(name, { promise, ...settle });
  scope.postMessage({ kind: 'load', name });
  return promise;
}

async function search({ ticket, text, shown }: Extract<ToEngine, { kind: 'search' }>): Promise<void> {
  newest = ticket;
  const show = async ({ hits, problems }: Found, complete: boolean) => {
    const results = (await engine?.show(text, hits.slice(0, shown))) ?? [];
    if (ticket !== newest) return;
    scope.postMessage({ kind: 'found', ticket, ids: hits.map(({ id }) => id), results, problems, complete });
  };
  try {
    const found = await engine?.search(text, (sofar) => {
      if (sofar.hits.length > 0 && ticket === newest) void show(sofar, false);
    });
    if (found) await show(found, true);
  } catch (error) {
    scope.postMessage({ kind: 'failed', ticket, reason: String(error) });
  }
}

scope.onmessage = ({ data: message }) => {
  switch (message.kind) {
    case 'entry':
      engine = createEngine(message.entry, load);
      break;
    case 'search':
      void search(message);
      break;
    case 'file': {
      const request = waiting.get(message.name);
      waiting.delete(message.name);
      request?.resolve(fromBase64(message.data));
      break;
    }
    case 'missing':
      waiting.get(message.name)?.reject(new Error(`missing file ${message.name}`));
      waiting.delete(message.name);
      break;
  }
};
