import { createEngine, type Engine } from './engine.ts';
import { sentIds, type FromEngine, type ToEngine } from './engine-messages.ts';
import { createIndexFiles } from './index-files.ts';
import { warmUp } from './warm-up.ts';
import type { SearchAnswer } from './search-answer.ts';
import { createFetchedFiles, createPageFiles } from './worker-files.ts';

/** The worker's own scope, as far as it is used: the library for pages does not describe it. */
interface WorkerScope {
  onmessage: ((event: { data: ToEngine }) => void) | null;
  postMessage: (message: FromEngine) => void;
}

const scope = globalThis as unknown as WorkerScope;
const pageFiles = createPageFiles((name) => {
  scope.postMessage({ kind: 'load', name });
});
let engine: Engine | undefined;
/** Ends the search that is under way. */
let searching = new AbortController();
let newestSuggestion = 0;
/** Answers that somebody waits for, and when the last was given. */
let awaited = 0;
let answered = 0;
/** The newest whole answer. */
let found: { ticket: number; ids: readonly string[] } = { ticket: 0, ids: [] };

/** In milliseconds: after an answer the page asks for what belongs to it. */
const quiet = 100;

/** Resolves when nobody waits for an answer, and a further question seems far. */
async function whenIdle(): Promise<void> {
  // What the page asked meanwhile comes first.
  await after(0);
  while (awaited > 0 || performance.now() - answered < quiet) await after(quiet);
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function search({
  ticket,
  request,
}: Extract<ToEngine, { kind: 'search' }>): Promise<FromEngine | undefined> {
  searching.abort();
  const { signal } = (searching = new AbortController());
  const toMessage = ({ ids, ...answer }: SearchAnswer): FromEngine => ({
    kind: 'found',
    ticket,
    count: ids.length,
    ...answer,
  });
  try {
    const answer = await engine?.search(request, {
      signal,
      onProgress: (sofar) => {
        scope.postMessage(toMessage(sofar));
      },
    });
    if (answer === undefined || signal.aborted) return undefined;
    found = { ticket, ids: answer.ids };
    return toMessage(answer);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

async function answer(
  message: Exclude<ToEngine, { kind: 'entry' | 'file' }>,
): Promise<FromEngine | undefined> {
  const { ticket } = message;
  switch (message.kind) {
    case 'search':
      return search(message);
    case 'show':
      return { kind: 'shown', ticket, results: (await engine?.show(message.text, message.ids)) ?? [] };
    case 'place':
      if (message.answer !== found.ticket) throw new RangeError(`answer ${message.answer} is no more`);
      return { kind: 'placed', ticket, ids: sentIds.pack(found.ids.slice(message.from, message.to)) };
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
    case 'entry': {
      const { entry, folder, sparing } = message;
      const load = folder === undefined ? pageFiles.load : createFetchedFiles(folder);
      const files = createIndexFiles(load);
      engine = createEngine(entry, load, files);
      // What fails is told when somebody searches.
      if (!sparing) warmUp(entry, load, files, whenIdle).catch(() => undefined);
      break;
    }
    case 'file':
      pageFiles.take(message.name, message.data);
      break;
    default:
      awaited += 1;
      answer(message)
        .then(
          (reply) => {
            if (reply) scope.postMessage(reply);
          },
          (error: unknown) => {
            scope.postMessage({ kind: 'failed', ticket: message.ticket, reason: String(error) });
          },
        )
        .finally(() => {
          awaited -= 1;
          answered = performance.now();
        });
  }
};
