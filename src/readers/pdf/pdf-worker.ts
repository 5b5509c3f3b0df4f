// Runs in a thread of its own, so that a file that loops or eats memory can be stopped: see worker-session.ts.
import { parentPort } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../reading.ts';
import { openPdf } from './document.ts';
import type { Raster } from '../scan/raster.ts';
import { countDamagedStreams } from './stream-integrity.ts';
import { rasterOf } from './image-raster.ts';
import { readPageContent, type PdfPageContent } from './page-content.ts';
import { renderPage } from './page-rendering.ts';
import type { PlacedImage } from '../layout/drawn-page.ts';
import { isContentImage } from './content-image.ts';

/** What the thread can be asked for; pages count from 1. */
export type WorkerRequest =
  | { type: 'open'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'read'; page: number }
  | { type: 'render'; page: number }
  | { type: 'close' };

/** What is known of a file when it has been opened. */
export interface OpenReply {
  pages: number;
  /** Streams that do not unpack to what they should. */
  damaged: number;
}

/** A page and the pictures on it that belong to its content. */
export interface PageReply {
  drawn: PdfPageContent;
  pictures: { place: PlacedImage; raster: Raster }[];
}

/** What the thread answers: a value, or why there is none. */
export type WorkerReply =
  { value: OpenReply | PageReply | Raster | undefined } | { code: string; message: string } | { bug: string };

let document: PDFDocumentProxy | undefined;

parentPort?.on('message', (question: WorkerRequest) => {
  void answer(question)
    .catch((error: unknown): WorkerReply => {
      if (error instanceof ReadError) return { code: error.code, message: error.message };
      return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    })
    .then((reply) => parentPort?.postMessage(reply));
});

async function answer(question: WorkerRequest): Promise<WorkerReply> {
  if (question.type === 'open') {
    // pdf.js takes the bytes away: they are checked first.
    const damaged = countDamagedStreams(question.bytes);
    document = await openPdf(question.bytes);
    return { value: { pages: document.numPages, damaged } };
  }
  if (question.type === 'close') {
    await document?.loadingTask.destroy();
    document = undefined;
    return { value: undefined };
  }
  if (!document) throw new Error('no document is open');
  const proxy = await document.getPage(question.page).catch(() => {
    throw new ReadError('damaged', `PDF 第 ${question.page} 页已损坏，无法读取。请重新下载或索取。`);
  });
  if (question.type === 'render') return { value: await renderPage(document, proxy) };
  const drawn = await readPageContent(proxy);
  const pictures = drawn.images.flatMap((place) => {
    const raster = isContentImage(place, drawn.page) ? rasterOf(proxy, place.id) : undefined;
    return raster ? [{ place, raster }] : [];
  });
  proxy.cleanup();
  return { value: { drawn, pictures } };
}
