import {
  unpackIds,
  type FromEngine,
  type Question,
  type Reply,
  type SentAnswer,
  type ToEngine,
} from '../../search/engine/engine-messages.ts';
import type { ListedLetter } from '../../data/lists/letter-columns.ts';
import type { Caption, LetterExcerpt } from '../../search/engine/search-answer.ts';
import type { SearchRequest } from '../../search/query/search-request.ts';

/** What is found so far, or in all. */
export interface FoundAnswer extends SentAnswer {
  /** Names the answer. */
  ticket: number;
  /** Index of the first letter in `captions`, from 0. */
  from: number;
}

export interface SearchOptions {
  signal: AbortSignal;
  /** Receives what is found so far as the index is read, newest letters first. */
  onProgress: (answer: FoundAnswer) => void;
}

/**
 * Asks the search engine in its worker. A question whose signal is aborted is cancelled and rejects with the
 * signal's reason; one that cannot be answered, because a file of the index is missing, rejects with an Error.
 */
export interface EngineClient {
  /** Finds all letters that satisfy a request. */
  search: (request: SearchRequest, options: SearchOptions) => Promise<FoundAnswer>;
  /** Ids of the newest complete answer in their order; the engine keeps no other. All of them by default. */
  ids: (answer: FoundAnswer, signal: AbortSignal, from?: number, to?: number) => Promise<string[]>;
  /** The excerpts of some letters that were found with this text. */
  excerpts: (text: string, ids: readonly string[], signal: AbortSignal) => Promise<LetterExcerpt[]>;
  /** What names some letters. */
  captions: (ids: readonly string[], signal: AbortSignal) => Promise<Caption[]>;
  /** The header values of some letters. */
  list: (ids: readonly string[], signal?: AbortSignal) => Promise<ListedLetter[]>;
  /** Letters to offer for what is typed so far. */
  suggest: (text: string, limit: number, signal: AbortSignal) => Promise<Caption[]>;
  /** Ends the worker. Open questions are never answered. */
  stop: () => void;
}

/** The client, and where the worker's messages and failure arrive. */
export interface ConnectedClient {
  client: EngineClient;
  receive: (message: Exclude<FromEngine, { kind: 'load' }>) => void;
  /** The worker broke: every open and future question rejects. */
  fail: (error: Error) => void;
}

type WithoutTicket<Message> = Message extends unknown ? Omit<Message, 'ticket'> : never;

interface OpenQuestion {
  take: (reply: Reply) => void;
  fail: (error: Error) => void;
}

/**
 * @param send Sends a message to the worker.
 * @param terminate Ends the worker.
 */
export function createEngineClient(
  send: (message: ToEngine) => void,
  terminate: () => void,
): ConnectedClient {
  const open = new Map<number, OpenQuestion>();
  let tickets = 0;
  let broken: Error | undefined;

  /** Asks; `read` gives the answer once a reply is complete. */
  const ask = <Answer>(
    question: WithoutTicket<Question>,
    read: (reply: Reply) => Answer | undefined,
    signal?: AbortSignal,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (broken) throw broken;
      tickets += 1;
      const ticket = tickets;
      const settle = () => {
        open.delete(ticket);
        signal?.removeEventListener('abort', cancel);
      };
      const fail = (error: Error) => {
        settle();
        reject(error);
      };
      const cancel = () => {
        fail(reasonOf(signal));
        send({ kind: 'cancel', ticket });
      };
      signal?.addEventListener('abort', cancel);
      open.set(ticket, {
        take(reply) {
          const answer = read(reply);
          if (answer === undefined) return;
          settle();
          resolve(answer);
        },
        fail,
      });
      send({ ...question, ticket });
    });

  const client: EngineClient = {
    search: (request, { signal, onProgress }) =>
      ask(
        { kind: 'search', request },
        (reply) => {
          if (reply.kind !== 'found') return undefined;
          const answer = { ...reply, from: request.shown?.from ?? 0 };
          if (answer.complete) return answer;
          onProgress(answer);
          return undefined;
        },
        signal,
      ),
    ids: ({ ticket: answer, count }, signal, from = 0, to = count) =>
      ask(
        { kind: 'ids', answer, from, to },
        (reply) => (reply.kind === 'ids' ? unpackIds(reply.packed) : undefined),
        signal,
      ),
    excerpts: (text, ids, signal) =>
      ask(
        { kind: 'excerpts', text, ids },
        (reply) => (reply.kind === 'excerpts' ? reply.results : undefined),
        signal,
      ),
    captions: (ids, signal) =>
      ask(
        { kind: 'captions', ids },
        (reply) => (reply.kind === 'captions' ? reply.captions : undefined),
        signal,
      ),
    list: (ids, signal) =>
      ask({ kind: 'list', ids }, (reply) => (reply.kind === 'list' ? reply.letters : undefined), signal),
    suggest: (text, limit, signal) =>
      ask(
        { kind: 'suggest', text, limit },
        (reply) => (reply.kind === 'suggestions' ? reply.suggestions : undefined),
        signal,
      ),
    stop() {
      terminate();
      open.clear();
    },
  };

  return {
    client,
    receive(message) {
      if (message.kind === 'failed') open.get(message.ticket)?.fail(new Error(message.reason));
      else open.get(message.ticket)?.take(message);
    },
    fail(error) {
      broken = error;
      for (const { fail } of [...open.values()]) fail(error);
    },
  };
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException(String(reason), 'AbortError');
}
