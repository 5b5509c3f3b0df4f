import type { Message } from '../../record/record.ts';
import { toPageText } from '../layout/page-text.ts';
import type { DrawnPage } from '../layout/drawn-page.ts';
import { ReadError, type Reading } from '../reading.ts';
import { openImageFile } from './image-file.ts';
import { openOcr } from './ocr.ts';

/**
 * Reads one or more scanned pages (PNG, JPEG, TIFF, BMP…) by OCR. Characters of low confidence come with
 * suggestions.
 *
 * @throws ReadError when the image cannot be read.
 */
export async function readScan(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length === 0) throw new ReadError('empty', '文件是空的（0 字节）。请重新下载或索取。');
  const picture = await openImageFile(bytes);
  // Decode the first page before Tesseract starts, to report a broken image at once.
  const first = await picture.page(0);
  const recogniser = await openOcr(picture.pages);
  const pages: DrawnPage[] = [];
  try {
    for (let index = 0; index < picture.pages; index += 1)
      pages.push(await recogniser.read(index === 0 ? first : await picture.page(index), picture.density));
  } finally {
    await recogniser.close();
  }
  const { decoded, marks, messages } = toPageText(pages);
  if (decoded.trim() === '')
    throw new ReadError('no-text', '图像里没有识别出文字。请确认文件是否选对、图像是否清晰。');
  return {
    format: 'scan',
    decoded,
    marks,
    attachments: [],
    messages: [recognised(recogniser.remark), ...messages],
  };
}

function recognised(remark: string): Message {
  const text = `文字由程序从图像识别而来，可能有误，请对照原件核对。${remark}`;
  return { level: 'warning', rule: 'ocr', line: 1, column: 1, text };
}
