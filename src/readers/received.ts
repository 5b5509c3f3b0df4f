import { detectFormat, isRefused, refusal } from './format.ts';
import type { FileSources } from './html/files.ts';
import type { Reading } from './reading.ts';
import { refuseLarge } from './size-bound.ts';
import { readText } from './text.ts';

/**
 * Reads received bytes by the reader of their format, which the bytes tell. What the editor gave besides is
 * among the attachments, whether the letter refers to it or not.
 *
 * @param files Where the files of a web page come from, and what the editor gave.
 * @throws ReadError when they cannot be read; `too-large` before anything is decoded or unpacked.
 */
export async function readReceived(bytes: Uint8Array, files: FileSources = {}): Promise<Reading> {
  refuseLarge(bytes, bytes.length);
  const reading = await readFormat(bytes, files);
  const given = new Set(files.given?.map((file) => file.bytes));
  const attachments = reading.attachments.map((one) =>
    given.delete(one.bytes) ? { ...one, given: true as const } : one,
  );
  const others = files.given?.filter((file) => given.has(file.bytes)) ?? [];
  return {
    ...reading,
    attachments: [...attachments, ...others.map((file) => ({ ...file, given: true as const }))],
  };
}

/** Readers are loaded when a file needs them: text must not wait for a PDF library. */
async function readFormat(bytes: Uint8Array, files: FileSources): Promise<Reading> {
  const format = detectFormat(bytes);
  if (isRefused(format)) throw refusal(format);
  switch (format) {
    case 'html':
      return (await import('./html/html.ts')).readHtml(bytes, files);
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
  }
}
