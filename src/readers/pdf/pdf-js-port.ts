import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Listener = (event: { data: unknown }) => void;

/**
 * The way between pdf.js and its worker where both run in one thread. pdf.js's own clones every message, as if it went
 * to another: a tenth of the time of a page. This hands on as they are what is large and what its sender gives away,
 * operators and fonts, and clones the rest.
 */
export class SameThreadPort {
  readonly #listeners = new Set<Listener>();

  postMessage(message: unknown, transfer: Transferable[] | null = null): void {
    const data = handedOn(message) ?? structuredClone(message, { transfer: transfer ?? [] });
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_type: string, listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }
}

interface Message {
  action?: string;
  data?: unknown;
  chunk?: { fnArray?: unknown; argsArray?: unknown };
}

/** The message to deliver without a clone; undefined for one that its sender may still change. */
function handedOn(message: unknown): unknown {
  const { action, data, chunk } = message as Message;
  if (action === 'commonobj' && Array.isArray(data) && data[1] === 'Font') return message;
  // The sender empties both lists, and keeps nothing that is in them.
  if (Array.isArray(chunk?.fnArray) && Array.isArray(chunk.argsArray))
    return {
      ...(message as Message),
      chunk: {
        ...chunk,
        fnArray: [...(chunk.fnArray as unknown[])],
        argsArray: [...(chunk.argsArray as unknown[])],
      },
    };
  return undefined;
}

let worker: PDFWorker | undefined;

/** The worker of pdf.js in this thread, for one document after another. */
export function pdfJsWorker(): PDFWorker {
  if (worker) return worker;
  const port = new SameThreadPort();
  const { pdfjsWorker } = globalThis as unknown as {
    pdfjsWorker: { WorkerMessageHandler: { initializeFromPort: (port: SameThreadPort) => void } };
  };
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port);
  worker = PDFWorker.create({ port: port as unknown as Worker });
  return worker;
}
