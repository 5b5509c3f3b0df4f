import { createHash } from 'node:crypto';
import type { Message } from '../../record/record.ts';
import { toPageText } from '../layout/page-text.ts';
import type { DrawnPage } from '../layout/drawn-page.ts';
import { mostPages } from '../page-limit.ts';
import { ReadError, type Attachment, type PageStart, type Reading } from '../reading.ts';
import { openImageFile, type ImageFile } from './image-file.ts';
import { openOcr, type OcrSession, type PageSource } from './ocr.ts';
import type { OcrWork } from './ocr-work.ts';

/**
 * Reads scanned pages (PNG, JPEG, TIFF, BMP…) by OCR. Characters of low confidence come with suggestions.
 *
 * @param bytes An image of one or more pages.
 * @param others Further images, each of one or more pages of the same letter, in order; they are kept as attachments.
 * @throws ReadError when an image cannot be read.
 */
export async function readScan(
  bytes: Uint8Array,
  others: readonly Attachment[] = [],
  work: OcrWork = {},
): Promise<Reading> {
  if (bytes.length === 0) throw new ReadError('empty', '文件是空的（0 字节）。请重新下载或索取。');
  const files: ScanFile[] = [{ bytes, picture: await openImageFile(bytes) }];
  for (const { name, bytes: content } of others)
    files.push({ name, bytes: content, picture: await naming(name, openImageFile(content)) });
  const places = files.flatMap(({ name, bytes: content, picture }) => {
    const digest = createHash('sha256').update(content).digest('hex');
    return Array.from({ length: picture.pages }, (_, index): PagePlace => ({ name, digest, picture, index }));
  });
  if (places.length > mostPages)
    throw new ReadError(
      'too-many-pages',
      `有 ${places.length} 页扫描图像，超过一件答复的上限 ${mostPages} 页。请只留下答复所在的几页，另存后再转换。`,
    );
  const { pages, remark } = await recognise(places, work);
  const { decoded, marks, messages, starts, doubts } = toPageText(pages);
  if (decoded.trim() === '')
    throw new ReadError('no-text', '图像里没有识别出文字。请确认文件是否选对、图像是否清晰。');
  return {
    format: 'scan',
    decoded,
    marks,
    attachments: [...others],
    messages: [recognised(remark), ...messages],
    doubts,
    ...(places.length > 1 && {
      pages: places.map(({ name, index }, page): PageStart => {
        const place = { number: index + 1, at: starts[page] ?? decoded.length };
        return name === undefined ? place : { name, ...place };
      }),
    }),
  };
}

/** An image file; the received one has no name here. */
interface ScanFile {
  name?: string;
  bytes: Uint8Array;
  picture: ImageFile;
}

/** A page of an image file, from 0. */
interface PagePlace {
  name: string | undefined;
  /** SHA-256 of the file. */
  digest: string;
  picture: ImageFile;
  index: number;
}

async function recognise(
  places: readonly PagePlace[],
  work: OcrWork,
): Promise<{ pages: DrawnPage[]; remark: string }> {
  const decode = ({ name, picture, index }: PagePlace) => naming(name, picture.page(index));
  // Decode the first page before Tesseract starts, to report a broken image at once.
  const first = places[0] && (await decode(places[0]));
  const recogniser: OcrSession = await openOcr(places.length, work);
  const pages: DrawnPage[] = [];
  try {
    for (const [index, place] of places.entries()) {
      const source: PageSource = {
        key: `${place.digest} ${place.index}`,
        raster: () => (index === 0 && first ? Promise.resolve(first) : decode(place)),
        density: place.picture.density,
      };
      pages.push(await recogniser.read(source));
    }
  } finally {
    await recogniser.close();
  }
  return { pages, remark: recogniser.remark };
}

/** Says in a refusal which of several files it is about. */
async function naming<T>(name: string | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (name === undefined || !(error instanceof ReadError)) throw error;
    throw new ReadError(error.code, `${name}：${error.message}`);
  }
}

function recognised(remark: string): Message {
  const text = `文字由程序从图像识别而来，可能有误，请对照原件核对。${remark}`;
  return { level: 'warning', rule: 'ocr', line: 1, column: 1, text };
}
