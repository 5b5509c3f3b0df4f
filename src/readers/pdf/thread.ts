// Runs in a thread of its own, so that a file that loops or eats memory can be stopped: see session.ts.
import type { ReadErrorCode } from '../../record/message-codes.ts';
import { parentPort } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../reading.ts';
import { openPdf } from './document.ts';
import type { Raster } from '../scan/raster.ts';
import { damagedStreams } from './integrity.ts';
import { rasterOf } from './image.ts';
import { isContent } from './legibility.ts';
import { readPage, type DrawnPage, type PlacedImage } from './page-reader.ts';
import { renderPage } from './rendering.ts';

/** What the thread can be asked for; pages count from 1. */
export type Question =
  | { type: 'open'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'read'; page: number }
  | { type: 'render'; page: number }
  | { type: 'close' };

/** What is known of a file when it has been opened. */
export interface Opening {
  pages: number;
  /** Streams that do not unpack to what they should. */
  damaged: number;
}

/** A page and the pictures on it that belong to its content. */
export interface PageAnswer {
  drawn: DrawnPage;
  pictures: { place: PlacedImage; raster: Raster }[];
}

/** What the thread answers: a value, or why there is none. */
export type Answer =
  | { value: Opening | PageAnswer | Raster | undefined }
  | { code: ReadErrorCode; message: string }
  | { bug: string };

let document: PDFDocumentProxy | undefined;

parentPort?.on('message', (question: Question) => {
  void answer(question)
    .catch((error: unknown): Answer => {
      if (error instanceof ReadError) return { code: error.code, message: error.message };
      return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    })
    .then((reply) => parentPort?.postMessage(reply));
});

async function answer(question: Question): Promise<Answer> {
  if (question.type === 'open') {
    // pdf.js takes the bytes away: they are checked first.
    const damaged = damagedStreams(question.bytes);
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
  const drawn = await readPage(proxy);
  const pictures = drawn.images.flatMap((place) => {
    const raster = isContent(place, drawn.page) ? rasterOf(proxy, place.id) : undefined;
    return raster ? [{ place, raster }] : [];
  });
  proxy.cleanup();
  return { value: { drawn, pictures } };
}
