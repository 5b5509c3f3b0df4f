import { detectFormat, refusal } from './format.ts';
import type { Resolve } from './html/files.ts';
import { ReadError, type Reading } from './reading.ts';
import { refuseLarge } from './size-bound.ts';
import { readText } from './text.ts';

/**
 * Reads received bytes by the reader of their format, which the bytes tell. Readers are loaded when a
 * file needs them: text must not wait for a PDF library.
 *
 * @param resolve Reads a file beside a web page.
 * @throws ReadError when they cannot be read; `too-large` before anything is decoded or unpacked.
 */
export async function readReceived(bytes: Uint8Array, resolve?: Resolve): Promise<Reading> {
  refuseLarge(bytes, bytes.length);
  const format = detectFormat(bytes);
  const refused = refusal(format);
  if (refused) throw refused;
  switch (format) {
    case 'html':
      return (await import('./html/html.ts')).readHtml(bytes, { ...(resolve && { resolve }) });
    case 'docx':
      return (await import('./docx/docx.ts')).readDocx(bytes);
    case 'doc':
      return (await import('./doc/doc.ts')).readDoc(bytes);
    case 'txt':
      return readText(bytes);
    case 'pdf':
      return (await import('./pdf/pdf.ts')).readPdf(bytes);
    case 'image':
      return (await import('./scan/scan.ts')).readScan(bytes);
    case 'ofd':
      return (await import('./ofd/ofd.ts')).readOfd(bytes);
    default:
      throw new ReadError(`${format}-file`, '不认识这种文件。请另存为 DOCX、PDF 或纯文本（TXT）后再转换。');
  }
}
