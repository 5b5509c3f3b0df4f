import { detectFormat, isRefused, refusal } from './format.ts';
import type { FileSources } from './html/file-collector.ts';
import { ReadError, type Attachment, type Reading } from './reading.ts';
import type { OcrWork } from './scan/ocr-work.ts';
import { refuseLarge } from './size-bound.ts';
import { readText } from './text/text.ts';

/**
 * Reads received bytes with the reader of their format, which the bytes decide. Files that the editor
 * supplied are always among the attachments.
 *
 * @param files Where a web page's files come from, and the files that the editor supplied.
 * @throws ReadError when they cannot be read; `too-large` before anything is decoded or unpacked.
 */
export async function readReceivedFile(bytes: Uint8Array, files: FileSources = {}): Promise<Reading> {
  refuseLarge(bytes, bytes.length);
  const reading = files.pages?.length
    ? await readPages(bytes, files.pages, files.ocr)
    : await readFormat(bytes, files);
  const given = new Map(files.given?.map((file) => [file.bytes, file.name]));
  const attachments = reading.attachments.map((one) => {
    const name = given.get(one.bytes);
    given.delete(one.bytes);
    return name === undefined ? one : { ...one, given: name };
  });
  const others = files.given?.filter((file) => given.has(file.bytes)) ?? [];
  return {
    ...reading,
    attachments: [...attachments, ...others.map((file) => ({ ...file, given: file.name }))],
  };
}

/** Reads images as the pages of one letter. @throws ReadError `page-file` for what is no image. */
async function readPages(
  bytes: Uint8Array,
  pages: readonly Attachment[],
  work: OcrWork | undefined,
): Promise<Reading> {
  for (const [index, page] of [{ name: '', bytes }, ...pages].entries()) {
    const format = detectFormat(page.bytes);
    if (isRefused(format)) throw refusal(format);
    if (format !== 'image') throw notAnImage(index + 1, page.name, format);
  }
  return (await import('./scan/scan.ts')).readScan(bytes, pages, work);
}

function notAnImage(number: number, name: string, format: string): ReadError {
  const named = name === '' ? '' : ` ${name}`;
  return new ReadError(
    'page-file',
    `--pages 只用于图像，第 ${number} 个文件${named} 是 ${format.toUpperCase()}。请把它的各页导出为图像（300 dpi 的 PNG）再转换；各页都是 PDF 的，先合并成一个 PDF，不用 --pages。`,
  );
}

/** Reads a file inside a received one. Archives and messages inside are not opened. */
async function readFile(bytes: Uint8Array, files: FileSources = {}): Promise<Reading> {
  refuseLarge(bytes, bytes.length);
  const format = detectFormat(bytes);
  if (format === 'zip' || format === 'email') throw refusal('archive');
  return readFormat(bytes, files);
}

/** Reads a saved page; one without a page is an e-mail whose head names no receiver. */
async function readSavedPage(bytes: Uint8Array, files: FileSources): Promise<Reading> {
  try {
    return await (await import('./mime/mhtml.ts')).readMhtml(bytes, files, readFile);
  } catch (error) {
    if (!(error instanceof ReadError) || error.code !== 'mhtml-file') throw error;
    const { readEmail } = await import('./mime/email.ts');
    return readEmail(bytes, files, readFile).catch(() => {
      throw error;
    });
  }
}

/** Loads each reader on first use: plain text does not wait for a PDF library. */
async function readFormat(bytes: Uint8Array, files: FileSources): Promise<Reading> {
  const format = detectFormat(bytes);
  if (isRefused(format)) throw refusal(format);
  switch (format) {
    case 'html':
      return (await import('./html/framed-letter.ts')).readFramedPage(bytes, files, readFile);
    case 'mhtml':
      return readSavedPage(bytes, files);
    case 'email':
      return (await import('./mime/email.ts')).readEmail(bytes, files, readFile);
    case 'zip':
      return (await import('./container/archive.ts')).readArchive(
        bytes,
        (inner, resolve) => readFile(inner, { resolve, ...(files.ocr && { ocr: files.ocr }) }),
        async (first, others) => (await import('./scan/scan.ts')).readScan(first, others, files.ocr),
      );
    case 'docx':
      return (await import('./docx/docx.ts')).readDocx(bytes);
    case 'doc':
      return (await import('./doc/doc.ts')).readDoc(bytes);
    case 'word-xml':
      return (await import('./docx/word-xml.ts')).readWordXml(bytes);
    case 'rtf':
      return (await import('./rtf/rtf.ts')).readRtf(bytes);
    case 'txt':
      return readText(bytes);
    case 'pdf':
      return (await import('./pdf/pdf.ts')).readPdf(bytes, files.ocr);
    case 'image':
      return (await import('./scan/scan.ts')).readScan(bytes, [], files.ocr);
    case 'ofd':
      return (await import('./ofd/ofd.ts')).readOfd(bytes, files.ocr);
  }
}
