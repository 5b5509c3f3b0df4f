import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../reading.ts';
import { mostPages } from '../page-limit.ts';
import { pdfJsWorker } from './pdf-js-port.ts';
import { pdfDataSource, unloadedFonts } from './pdf-data.ts';

/** What a PDF is opened for: for its text alone, pdf.js need not work out the outlines of characters. */
export type PdfPurpose = 'reading' | 'rendering';

/**
 * Opens a PDF (ISO 32000) with pdf.js. Nothing is evaluated or fetched; character maps and fonts come from
 * the package.
 *
 * @throws ReadError `encrypted`, `truncated`, `damaged`, `too-many-pages`.
 */
export async function openPdf(
  bytes: Uint8Array<ArrayBuffer>,
  purpose: PdfPurpose,
): Promise<PDFDocumentProxy> {
  if (isTruncated(bytes))
    throw new ReadError('truncated', 'PDF 不完整（缺少文件结尾），可能没有下载完。请重新下载或索取。');
  const task = getDocument({
    data: bytes,
    worker: pdfJsWorker(),
    ...pdfDataSource,
    ...(purpose === 'reading' ? unloadedFonts : { disableFontFace: true }),
    useSystemFonts: false,
    fontExtraProperties: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 2 ** 26,
    canvasMaxAreaInBytes: 2 ** 28,
    verbosity: VerbosityLevel.ERRORS,
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (error) {
    await task.destroy();
    throw refusal(error);
  }
  if (document.numPages > mostPages)
    throw new ReadError(
      'too-many-pages',
      `PDF 有 ${document.numPages} 页，超过 ${mostPages} 页，不像一份答复。请拆分后只转换其中的答复。`,
    );
  return document;
}

function refusal(error: unknown): ReadError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new ReadError(
      'encrypted',
      'PDF 设有打开密码。请向来源索取没有密码的文件，或去掉密码、另存后再转换。',
    );
  return new ReadError(
    'damaged',
    'PDF 已损坏，无法打开。请重新下载或索取，或用 PDF 软件打开、另存后再转换。',
  );
}

/**
 * Whether the end of the file is missing. pdf.js would read the rest, but a letter without its end must not
 * pass for the whole. A linearised file (ISO 32000-1, annex F) states its length at the beginning.
 */
function isTruncated(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const head = text(0, 1024);
  const declared = /\/Linearized\b/.test(head) ? Number(/\/L\s+(\d+)/.exec(head)?.[1] ?? 0) : 0;
  if (declared > bytes.length) return true;
  return !/%%EOF|startxref/.test(text(Math.max(0, bytes.length - 65_536), bytes.length));
}
