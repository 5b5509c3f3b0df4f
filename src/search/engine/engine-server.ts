import type { Engine } from './engine.ts';
import { packIds, type Question, type Reply, type ToEngine } from './engine-messages.ts';
import type { SearchAnswer } from './search-answer.ts';

/** Milliseconds without a question after which the worker is idle: an answer leads to further questions about it. */
const quiet = 100;

/** Answers the questions of a page with an engine. */
export interface EngineServer {
  /** Takes a question or the cancellation of one. A cancelled question is not answered. */
  receive: (message: Extract<ToEngine, { ticket: number }>) => void;
  /** Resolves once no question is open and none has been answered for a while. */
  whenIdle: () => Promise<void>;
}

/**
 * @param send Receives the replies, and for a question that cannot be answered why.
 */
export function createEngineServer(
  engine: Engine,
  send: (reply: Reply | { kind: 'failed'; ticket: number; reason: string }) => void,
): EngineServer {
  /** Of each open question what aborts it. */
  const open = new Map<number, AbortController>();
  let answeredAt = 0;
  /** The newest complete answer. */
  let found: { ticket: number; ids: readonly string[] } = { ticket: 0, ids: [] };

  const answer = async (question: Question, signal: AbortSignal): Promise<Reply> => {
    const { ticket } = question;
    switch (question.kind) {
      case 'search': {
        const toReply = ({ ids, ...rest }: SearchAnswer): Reply => ({
          kind: 'found',
          ticket,
          count: ids.length,
          ...rest,
        });
        const onProgress = (partial: SearchAnswer) => {
          if (!signal.aborted) send(toReply(partial));
        };
        const complete = await engine.search(question.request, { signal, onProgress });
        signal.throwIfAborted();
        found = { ticket, ids: complete.ids };
        return toReply(complete);
      }
      case 'excerpts':
        return {
          kind: 'excerpts',
          ticket,
          results: await engine.excerpts(question.text, question.ids, signal),
        };
      case 'ids':
        if (question.answer !== found.ticket) throw new RangeError(`answer ${question.answer} was replaced`);
        return { kind: 'ids', ticket, packed: packIds(found.ids.slice(question.from, question.to)) };
      case 'captions':
        return { kind: 'captions', ticket, captions: await engine.captions(question.ids) };
      case 'list':
        return { kind: 'list', ticket, letters: await engine.list(question.ids, signal) };
      case 'suggest':
        return {
          kind: 'suggestions',
          ticket,
          suggestions: await engine.suggest(question.text, question.limit, signal),
        };
    }
  };

  return {
    receive(message) {
      const { ticket } = message;
      if (message.kind === 'cancel') {
        open.get(ticket)?.abort();
        return;
      }
      const controller = new AbortController();
      const { signal } = controller;
      open.set(ticket, controller);
      answer(message, signal)
        .then(
          (reply) => {
            if (!signal.aborted) send(reply);
          },
          (error: unknown) => {
            if (!signal.aborted) send({ kind: 'failed', ticket, reason: String(error) });
          },
        )
        .finally(() => {
          open.delete(ticket);
          answeredAt = performance.now();
        });
    },
    async whenIdle() {
      // Questions that already wait in the worker's queue come first.
      await after(0);
      while (open.size > 0 || performance.now() - answeredAt < quiet) await after(quiet);
    },
  };
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
