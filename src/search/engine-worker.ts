import { createEngine, type Engine } from './engine.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import { fromBase64 } from './data-file.ts';

/** The worker's own scope, as far as it is used: the library for pages does not describe it. */
interface WorkerScope {
  onmessage: ((event: { data: ToEngine }) => void) | null;
  postMessage: (message: FromEngine) => void;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A file that the page was asked for. */
interface Wanted {
  promise: Promise<Bytes>;
  resolve: (bytes: Bytes) => void;
  reject: (reason: Error) => void;
}

const scope = globalThis as unknown as WorkerScope;
const waiting = new Map<string, Wanted>();
let engine: Engine | undefined;
/** Ends the search that is under way. */
let searching = new AbortController();
let newestSuggestion = 0;

/** Asks the page for a file: a worker can load none by itself on `file:`. */
function load(name: string): Promise<Bytes> {
  const known = waiting.get(name);
  if (known) return known.promise;
  let settle: Pick<Wanted, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<Bytes>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle) waiting.set(name, { promise, ...settle });
  scope.postMessage({ kind: 'load', name });
  return promise;
}

async function search({
  ticket,
  request,
}: Extract<ToEngine, { kind: 'search' }>): Promise<FromEngine | undefined> {
  searching.abort();
  const { signal } = (searching = new AbortController());
  try {
    const answer = await engine?.search(request, {
      signal,
      onProgress: (sofar) => {
        scope.postMessage({ kind: 'found', ticket, ...sofar });
      },
    });
    return answer && { kind: 'found', ticket, ...answer };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

async function answer(
  message: Exclude<ToEngine, { kind: 'entry' | 'file' | 'missing' }>,
): Promise<FromEngine | undefined> {
  const { ticket } = message;
  switch (message.kind) {
    case 'search':
      return search(message);
    case 'show':
      return { kind: 'shown', ticket, results: (await engine?.show(message.text, message.ids)) ?? [] };
    case 'caption':
      return { kind: 'captioned', ticket, captions: (await engine?.captions(message.ids)) ?? [] };
    case 'list':
      return { kind: 'listed', ticket, rows: (await engine?.list(message.ids)) ?? [] };
    case 'suggest': {
      newestSuggestion = ticket;
      const suggestions = (await engine?.suggest(message.text, message.limit)) ?? [];
      return ticket === newestSuggestion ? { kind: 'suggested', ticket, suggestions } : undefined;
    }
  }
}

scope.onmessage = ({ data: message }) => {
  switch (message.kind) {
    case 'entry':
      engine = createEngine(message.entry, load);
      break;
    case 'file': {
      const wanted = waiting.get(message.name);
      waiting.delete(message.name);
      wanted?.resolve(fromBase64(message.data));
      break;
    }
    case 'missing':
      waiting.get(message.name)?.reject(new Error(`missing file ${message.name}`));
      waiting.delete(message.name);
      break;
    default:
      answer(message).then(
        (reply) => {
          if (reply) scope.postMessage(reply);
        },
        (error: unknown) => {
          scope.postMessage({ kind: 'failed', ticket: message.ticket, reason: String(error) });
        },
      );
  }
};
