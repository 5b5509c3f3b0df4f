import source from 'virtual:dafu/engine';
import {
  sentIds,
  type FromEngine,
  type SentAnswer,
  type ToEngine,
} from '../../search/engine/engine-messages.ts';
import type { Caption, ListedLetter, Result, Suggestion } from '../../search/engine/search-answer.ts';
import { indexForm, type IndexEntry } from '../../search/form/edition-index.ts';
import type { SearchRequest } from '../../search/query/search-request.ts';
import { editionScripts, type EditionScripts } from '../edition-scripts.ts';

/** What is found so far, or in all. */
export interface FoundAnswer extends SentAnswer {
  /** Names the answer. */
  ticket: number;
  /** Place of the first letter that `captions` names, from 0. */
  from: number;
}

/**
 * The search engine in its worker. What cannot be answered, because a file of the index is missing,
 * rejects with an Error.
 */
export interface EngineClient {
  /**
   * Searches.
   *
   * @param take Told what is found so far, as the index is read, newest letters first.
   * @returns All that is found; undefined when a newer search overtook this one.
   */
  search: (request: SearchRequest, take: (answer: FoundAnswer) => void) => Promise<FoundAnswer | undefined>;
  /** The letters of the newest whole answer, in their order, from one place up to another; no other is kept. */
  ids: (answer: FoundAnswer, from?: number, to?: number) => Promise<string[]>;
  /** The excerpts of some letters that were found with this text. */
  show: (text: string, ids: readonly string[]) => Promise<Result[]>;
  /** What names some letters. */
  captions: (ids: readonly string[]) => Promise<Caption[]>;
  /** The header values of some letters. */
  list: (ids: readonly string[]) => Promise<ListedLetter[]>;
  /** Letters to offer for what is typed so far; undefined when a newer question overtook this one. */
  suggest: (text: string, limit: number) => Promise<Suggestion[] | undefined>;
  /** Ends the worker. What is under way is never answered. */
  stop: () => void;
}

type Question = Extract<ToEngine, { ticket: number }>;
type Reply = Exclude<Extract<FromEngine, { ticket: number }>, { kind: 'failed' }>;
type WithoutTicket<Message> = Message extends unknown ? Omit<Message, 'ticket'> : never;

interface Waiting {
  take: (reply: Reply) => void;
  fail: (reason: string) => void;
}

/**
 * Starts the engine. It runs in a worker, so that no search holds up the page. The worker is made from a
 * blob and, on `file:`, gets its files from the page, for there a worker can load nothing.
 *
 * @param folder Address of the edition's `search/`, with a closing slash.
 */
export async function startEngine(folder: URL): Promise<EngineClient> {
  const scripts = editionScripts(folder);
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const stop = () => {
    worker.terminate();
    URL.revokeObjectURL(address);
  };
  const waiting = new Map<number, Waiting>();
  let tickets = 0;
  let broken: Error | undefined;
  const tell = (message: ToEngine) => {
    worker.postMessage(message);
  };

  worker.addEventListener('message', ({ data: message }: MessageEvent<FromEngine>) => {
    if (message.kind === 'load') {
      const { name } = message;
      scripts.load(name).then(
        (data) => {
          tell({ kind: 'file', name, data: String(data) });
        },
        () => {
          tell({ kind: 'file', name });
        },
      );
    } else if (message.kind === 'failed') {
      waiting.get(message.ticket)?.fail(message.reason);
      waiting.delete(message.ticket);
    } else waiting.get(message.ticket)?.take(message);
  });
  // Also before it is asked anything: what is asked of an engine that did not start is never answered.
  worker.addEventListener('error', ({ message }) => {
    broken = new Error(message);
    for (const { fail } of waiting.values()) fail(message);
    waiting.clear();
  });
  const entry = await readEntry(scripts).catch((error: unknown) => {
    stop();
    throw error;
  });
  tell({
    kind: 'entry',
    entry,
    sparing: savesData(),
    ...(folder.protocol === 'file:' ? {} : { folder: folder.href }),
  });

  /** Asks; `read` gives the answer once it is whole. */
  const ask = <Answer>(
    question: WithoutTicket<Question>,
    read: (reply: Reply) => Answer | undefined,
  ): { ticket: number; answer: Promise<Answer> } => {
    tickets += 1;
    const ticket = tickets;
    const answer = new Promise<Answer>((resolve, reject) => {
      if (broken) {
        reject(broken);
        return;
      }
      waiting.set(ticket, {
        take: (reply) => {
          const whole = read(reply);
          if (whole === undefined) return;
          waiting.delete(ticket);
          resolve(whole);
        },
        fail: (reason) => {
          reject(new Error(reason));
        },
      });
    });
    tell({ ...question, ticket });
    return { ticket, answer };
  };

  /** Asks what only the newest question of its kind is answered to. */
  const newestOnly = () => {
    let overtake = ignore;
    return <Answer>(
      question: WithoutTicket<Question>,
      read: (reply: Reply) => Answer | undefined,
    ): Promise<Answer | undefined> => {
      overtake();
      const { ticket, answer } = ask(question, read);
      const overtaken = new Promise<undefined>((resolve) => {
        overtake = () => {
          waiting.delete(ticket);
          resolve(undefined);
        };
      });
      return Promise.race([answer, overtaken]);
    };
  };
  const askSearch = newestOnly();
  const askSuggestions = newestOnly();

  return {
    search: (request, take) =>
      askSearch({ kind: 'search', request }, (reply) => {
        if (reply.kind !== 'found') return undefined;
        const answer = { ...reply, from: request.shown?.from ?? 0 };
        if (!answer.complete) take(answer);
        return answer.complete ? answer : undefined;
      }),
    ids: ({ ticket: answer, count }, from = 0, to = count) =>
      ask({ kind: 'place', answer, from, to }, (reply) =>
        reply.kind === 'placed' ? sentIds.unpack(reply.ids) : undefined,
      ).answer,
    show: (text, ids) =>
      ask({ kind: 'show', text, ids }, (reply) => (reply.kind === 'shown' ? reply.results : undefined))
        .answer,
    captions: (ids) =>
      ask({ kind: 'caption', ids }, (reply) => (reply.kind === 'captioned' ? reply.captions : undefined))
        .answer,
    list: (ids) =>
      ask({ kind: 'list', ids }, (reply) => (reply.kind === 'listed' ? reply.rows : undefined)).answer,
    suggest: (text, limit) =>
      askSuggestions({ kind: 'suggest', text, limit }, (reply) =>
        reply.kind === 'suggested' ? reply.suggestions : undefined,
      ),
    stop: () => {
      stop();
      waiting.clear();
    },
  };
}

/** Whether the visitor has the browser save data; only some browsers tell: https://wicg.github.io/savedata/ */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** @throws Error for an index of another form than this program reads, as from a half-copied edition. */
async function readEntry(scripts: EditionScripts): Promise<IndexEntry> {
  const entry = (await scripts.load('entry')) as IndexEntry;
  if (entry.form !== indexForm) throw new Error(`index of form ${entry.form}`);
  return entry;
}

function ignore(): void {
  // Nothing is to be done.
}
