import { Worker } from 'node:worker_threads';
import { ReadError } from '../reading.ts';
import type { Raster } from '../scan/raster.ts';
import type { AttachedContent } from './attached-content.ts';
import type { PdfPurpose } from './document.ts';
import { mostMemory, openingTime, pageTime } from './limits.ts';
import type { OpenReply, PageReply, PdfReply, PdfRequest } from './pdf-requests.ts';

/** An open PDF in a worker thread, which is stopped when it takes too much time or memory. */
export interface PdfSession {
  pages: number;
  /** How many streams of the file do not inflate to what their checksum says. */
  damaged: number;
  attached: AttachedContent;
  read(page: number): Promise<PageReply>;
  render(page: number): Promise<Raster>;
  close(): Promise<void>;
}

/** An idle worker, kept because starting one takes longer than reading a short letter. */
let idle: Worker | undefined;

/**
 * Opens a PDF.
 *
 * @throws ReadError, here and from the session's functions: `timeout`, `too-large`, `damaged`…
 */
export async function openPdfSession(bytes: Uint8Array): Promise<PdfSession> {
  const worker = idle ?? startWorker();
  idle = undefined;
  worker.ref();
  const close = async () => {
    // A stopped worker never replies; a sound one waits for the next file.
    if (stopped.has(worker)) return;
    await call(worker, { type: 'close' }, openingTime);
    worker.unref();
    if (idle) await worker.terminate();
    else idle = worker;
  };
  const open = async (purpose: PdfPurpose) =>
    (await call(worker, { type: 'open', bytes: Uint8Array.from(bytes), purpose }, openingTime)) as OpenReply;
  let reopened: Promise<unknown> | undefined;
  const openForRendering = async () => {
    await call(worker, { type: 'close' }, openingTime);
    await open('rendering');
  };
  try {
    return {
      ...(await open('reading')),
      read: async (page) => (await call(worker, { type: 'read', page }, pageTime)) as PageReply,
      async render(page) {
        await (reopened ??= openForRendering());
        return (await call(worker, { type: 'render', page }, pageTime)) as Raster;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const stopped = new WeakSet<Worker>();

function startWorker(): Worker {
  return new Worker(new URL('pdf-worker.ts', import.meta.url), {
    // Keeps pdf.js's warnings off the console; the reader's messages say what matters.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
}

type Value = (PdfReply & { value: unknown })['value'];

function call(worker: Worker, request: PdfRequest, time: number): Promise<Value> {
  const before = process.memoryUsage.rss();
  return new Promise<Value>((resolve, reject) => {
    const timer = setTimeout(() => {
      stop(new ReadError('timeout', `PDF ${stepOf(request)}超过 ${time / 1000} 秒，已停止。${advice}`));
    }, time);
    const memoryCheck = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostMemory) stop(tooLarge(request));
    }, 100);
    const onMessage = (reply: PdfReply) => {
      if ('value' in reply) resolve(reply.value);
      else if ('code' in reply) reject(new ReadError(reply.code, reply.message));
      else reject(new ReadError('damaged', `PDF ${stepOf(request)}失败，内容已损坏。${advice}`));
      detach();
    };
    const onError = (error: Error & { code?: string }) => {
      stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(request) : error);
    };
    const onExit = () => {
      stop(new ReadError('damaged', `PDF ${stepOf(request)}时程序中断。${advice}`));
    };
    worker.once('message', onMessage).once('error', onError).once('exit', onExit);
    worker.postMessage(request);

    function detach(): void {
      clearTimeout(timer);
      clearInterval(memoryCheck);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    }
    function stop(error: Error): void {
      detach();
      reject(error);
      stopped.add(worker);
      void worker.terminate();
    }
  });
}

const advice = '请用 PDF 软件打开、另存（或“打印为 PDF”）后再转换。';

function tooLarge(request: PdfRequest): ReadError {
  return new ReadError('too-large', `PDF ${stepOf(request)}占用的内存过大，已停止。${advice}`);
}

function stepOf(request: PdfRequest): string {
  if (request.type === 'open' || request.type === 'close') return '打开';
  return request.type === 'read' ? `第 ${request.page} 页读取` : `第 ${request.page} 页绘制`;
}
