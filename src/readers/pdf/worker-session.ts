import { Worker } from 'node:worker_threads';
import { ReadError } from '../reading.ts';
import type { Raster } from '../scan/raster.ts';
import { mostMemory, openingTime, pageTime } from './limits.ts';
import type { WorkerReply, OpenReply, PageReply, WorkerRequest } from './pdf-worker.ts';

/** An open PDF in a worker thread, which is stopped when it takes too much time or memory. */
export interface PdfSession {
  pages: number;
  /** How many streams of the file do not inflate to what their checksum says. */
  damaged: number;
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
  const worker = idle ?? startThread();
  idle = undefined;
  worker.ref();
  const close = async () => {
    // A stopped worker never replies; a sound one waits for the next file.
    if (stopped.has(worker)) return;
    await ask(worker, { type: 'close' }, openingTime);
    worker.unref();
    if (idle) await worker.terminate();
    else idle = worker;
  };
  try {
    const { pages, damaged } = (await ask(
      worker,
      { type: 'open', bytes: Uint8Array.from(bytes) },
      openingTime,
    )) as OpenReply;
    return {
      pages,
      damaged,
      read: async (page) => (await ask(worker, { type: 'read', page }, pageTime)) as PageReply,
      render: async (page) => (await ask(worker, { type: 'render', page }, pageTime)) as Raster,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const stopped = new WeakSet<Worker>();

function startThread(): Worker {
  return new Worker(new URL('pdf-worker.ts', import.meta.url), {
    // Keeps pdf.js's warnings off the console; the reader's messages say what matters.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
}

type Value = (WorkerReply & { value: unknown })['value'];

function ask(worker: Worker, question: WorkerRequest, time: number): Promise<Value> {
  const before = process.memoryUsage.rss();
  return new Promise<Value>((resolve, reject) => {
    const clock = setTimeout(() => {
      stop(new ReadError('timeout', `PDF ${placeOf(question)}超过 ${time / 1000} 秒，已停止。${advice}`));
    }, time);
    const scale = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostMemory) stop(tooLarge(question));
    }, 100);
    const onMessage = (answer: WorkerReply) => {
      if ('value' in answer) resolve(answer.value);
      else if ('code' in answer) reject(new ReadError(answer.code, answer.message));
      else reject(new ReadError('damaged', `PDF ${placeOf(question)}失败，内容已损坏。${advice}`));
      leave();
    };
    const onError = (error: Error & { code?: string }) => {
      stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(question) : error);
    };
    const onExit = () => {
      stop(new ReadError('damaged', `PDF ${placeOf(question)}时程序中断。${advice}`));
    };
    worker.once('message', onMessage).once('error', onError).once('exit', onExit);
    worker.postMessage(question);

    function leave(): void {
      clearTimeout(clock);
      clearInterval(scale);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    }
    function stop(error: Error): void {
      leave();
      reject(error);
      stopped.add(worker);
      void worker.terminate();
    }
  });
}

const advice = '请用 PDF 软件打开、另存（或“打印为 PDF”）后再转换。';

function tooLarge(question: WorkerRequest): ReadError {
  return new ReadError('too-large', `PDF ${placeOf(question)}占用的内存过大，已停止。${advice}`);
}

function placeOf(question: WorkerRequest): string {
  if (question.type === 'open' || question.type === 'close') return '打开';
  return question.type === 'read' ? `第 ${question.page} 页读取` : `第 ${question.page} 页绘制`;
}
