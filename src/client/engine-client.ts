import type { IndexEntry } from '../search/edition-index.ts';
import type { FromEngine, ToEngine } from '../search/engine-messages.ts';
import type { EditionScripts } from './edition-scripts.ts';

/** What the engine found so far. */
export type Answer = Extract<FromEngine, { kind: 'found' }>;

/** The search engine in its worker. */
export interface EngineClient {
  /**
   * Searches. A search that is overtaken by a newer one is never answered.
   *
   * @param shown How many of the best are to be given with their excerpts.
   * @param take Told what is found; the last time it is complete. Where this fails, `fail` is told.
   */
  search: (
    text: string,
    shown: number,
    take: (answer: Answer) => void,
    fail: (reason: string) => void,
  ) => void;
}

/**
 * Starts the engine. It runs in a worker, so that no search holds up the page; the worker is made from
 * a blob and the page loads its files, for on `file:` a worker can load nothing.
 */
export async function startEngine(scripts: EditionScripts): Promise<EngineClient> {
  const entry = (await scripts.load('entry')) as IndexEntry;
  const source = (await scripts.load(entry.engine)) as string;
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const tell = (message: ToEngine) => {
    worker.postMessage(message);
  };
  let current = { ticket: 0, take: ignore, fail: ignore } as Search;

  worker.addEventListener('message', ({ data: message }: MessageEvent<FromEngine>) => {
    if (message.kind === 'load') {
      const { name } = message;
      scripts.load(name).then(
        (data) => {
          tell({ kind: 'file', name, data: String(data) });
        },
        () => {
          tell({ kind: 'missing', name });
        },
      );
    } else if (message.ticket !== current.ticket) return;
    else if (message.kind === 'found') current.take(message);
    else current.fail(message.reason);
  });
  worker.addEventListener('error', () => {
    current.fail('worker');
  });
  tell({ kind: 'entry', entry });

  return {
    search(text, shown, take, fail) {
      current = { ticket: current.ticket + 1, take, fail };
      tell({ kind: 'search', ticket: current.ticket, text, shown });
    },
  };
}

interface Search {
  ticket: number;
  take: (answer: Answer) => void;
  fail: (reason: string) => void;
}

function ignore(): void {
  // Nothing is asked yet.
}
