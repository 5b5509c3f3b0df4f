import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadErrorCode } from '../../record/message-codes.ts';
import type { PlacedImage } from '../layout/drawn-page.ts';
import { ReadError } from '../reading.ts';
import type { Raster } from '../scan/raster.ts';
import { readAttachedContent, type AttachedContent } from './attached-content.ts';
import { isContentImage } from './content-image.ts';
import { openPdf, type PdfPurpose } from './document.ts';
import { rasterOf } from './image-raster.ts';
import { readPageContent, type LayerVisibility, type PdfPageContent } from './page-content.ts';
import { renderPage } from './page-rendering.ts';
import { countDamagedStreams } from './stream-integrity.ts';

/** What can be asked of a PDF. Pages count from 1. */
export type PdfRequest =
  | { type: 'open'; bytes: Uint8Array<ArrayBuffer>; purpose: PdfPurpose }
  | { type: 'read'; page: number }
  | { type: 'render'; page: number }
  | { type: 'close' };

/** What is known about an open file. */
export interface OpenReply {
  pages: number;
  /** How many streams do not inflate to what their checksum says. */
  damaged: number;
  attached: AttachedContent;
}

/** A page, and its images that are content. */
export interface PageReply {
  drawn: PdfPageContent;
  pictures: { place: PlacedImage; raster: Raster }[];
}

/** The reply: a value, or why there is none. */
export type PdfReply =
  | { value: OpenReply | PageReply | Raster | undefined }
  | { code: ReadErrorCode; message: string }
  | { bug: string };

/** Makes a function that answers requests about one PDF at a time. It never rejects. */
export function answerPdfRequests(): (request: PdfRequest) => Promise<PdfReply> {
  let document: PDFDocumentProxy | undefined;
  let isShown: LayerVisibility = () => true;
  const reply = async (request: PdfRequest): Promise<PdfReply> => {
    if (request.type === 'open') {
      // Check the bytes first: pdf.js takes them over.
      const damaged = countDamagedStreams(request.bytes);
      document = await openPdf(request.bytes, request.purpose);
      const attached = await readAttachedContent(document);
      const layers = await document.getOptionalContentConfig().catch(() => undefined);
      isShown = (properties) => layers?.isVisible(properties) !== false;
      return { value: { pages: document.numPages, damaged, attached } };
    }
    if (request.type === 'close') {
      await document?.loadingTask.destroy();
      document = undefined;
      return { value: undefined };
    }
    if (!document) throw new Error('no document is open');
    const proxy = await document.getPage(request.page).catch(() => {
      throw new ReadError('damaged', `PDF 第 ${request.page} 页已损坏，无法读取。请重新下载或索取。`);
    });
    if (request.type === 'render') return { value: await renderPage(document, proxy) };
    const drawn = await readPageContent(proxy, isShown);
    const pictures = drawn.images.flatMap((place) => {
      const raster = isContentImage(place, drawn.page) ? rasterOf(proxy, place.id) : undefined;
      return raster ? [{ place, raster }] : [];
    });
    proxy.cleanup();
    return { value: { drawn, pictures } };
  };
  return (request) =>
    reply(request).catch((error: unknown): PdfReply => {
      if (error instanceof ReadError) return { code: error.code, message: error.message };
      return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    });
}
