import { createHash } from 'node:crypto';
import type { OcrWork } from '../scan/ocr-work.ts';
import type { MessageCode } from '../../record/message-codes.ts';
import type { Message } from '../../record/record.ts';
import { nameAttachment } from '../attachment-name.ts';
import { numberPages, toPageText } from '../layout/page-text.ts';
import type { DrawnPage, PlacedImage } from '../layout/drawn-page.ts';
import { annotationsText, faintText } from '../hidden-text.ts';
import { unseenText } from '../layout/unseen-text.ts';
import { unreadContent } from '../unread-content.ts';
import { unreadableGlyphs } from '../layout/unreadable-glyphs.ts';
import { ReadError, type Attachment, type Reading } from '../reading.ts';
import { openContainer } from './container.ts';
import { openDocument, type OfdDocument, type OfdPage } from './document.ts';
import { readPageContent, type OfdPageContent } from './page-content.ts';
import { createRepetitionLimit } from './repetition-limit.ts';

/**
 * Reads an OFD document (GB/T 33190): text by the positions of its characters, OCR for pages that are only an
 * image, and the attached files.
 *
 * @throws ReadError
 */
export async function readOfd(bytes: Uint8Array, work: OcrWork = {}): Promise<Reading> {
  if (bytes.length === 0) throw new ReadError('empty', '文件是空的（0 字节）。请重新下载或索取。');
  const document = openDocument(openContainer(bytes));
  const draft: OfdDraft = { attachments: [], messages: [], names: new Set() };
  const repetition = createRepetitionLimit();
  const drawn = document.pages.map((page) => readPageContent(page, repetition));
  const scans = drawn.flatMap((page, index) => (isScan(page) ? [index] : []));
  const pages = drawn.map(({ page }) => page);
  if (scans.length > 0) await recognise(document, drawn, scans, pages, draft, work);
  for (const [index, page] of drawn.entries()) {
    if (scans.includes(index)) continue;
    addFigures(page, document.pages[index], index, draft);
    const missing = unreadableGlyphs(page.page.glyphs).length;
    if (missing > 0)
      warn(
        draft,
        'unmapped-glyphs',
        `第 ${index + 1} 页有 ${missing} 个字的字体没有说明是什么字，可能有误，请对照原件核对。`,
      );
  }
  for (const { name, bytes: content } of document.attachments)
    draft.attachments.push({ name: nameAttachment(name, draft.names), bytes: content });
  addSeals(document, draft);
  for (const [index, page] of drawn.entries()) warnOfUnseen(page, index + 1, draft);
  for (const [index, notes] of document.notes) warn(draft, 'comments', annotationsText(notes, index + 1));
  if (document.others > 0)
    warn(
      draft,
      'unread-part',
      `OFD 里另有 ${document.others} 件文档，没有收入。如是答复，请用 OFD 软件分开另存，分别转换。`,
    );
  const { decoded, marks, messages, starts, doubts } = toPageText(pages);
  if (decoded.trim() === '')
    throw new ReadError(
      'no-text',
      `OFD 里没有文字，也没有可以识别的图像（文字可能已转成曲线）。${unreadContent(draft.messages)}请索取文字版，或导出为图像后再转换。`,
    );
  const { attachments } = draft;
  return {
    format: 'ofd',
    decoded,
    marks,
    attachments,
    messages: [...draft.messages, ...messages],
    ...(scans.length > 0 && { doubts }),
    ...(scans.length > 0 && starts.length > 1 && { pages: numberPages(starts) }),
  };
}

/** Reports what the page does not show, and what it shows in white. */
function warnOfUnseen({ page, hidden }: OfdPageContent, number: number, draft: OfdDraft): void {
  if (hidden > 0)
    warn(draft, 'hidden-text', `第 ${number} 页有 ${hidden} 个字不显示或在页面之外，没有采用。`);
  const white = unseenText(page);
  if (white !== '') warn(draft, 'faint-text', `第 ${number} 页：${faintText(white)}`);
}

interface OfdDraft {
  attachments: Attachment[];
  messages: Message[];
  names: Set<string>;
}

/** Whether a page has an image over more than half of it and next to no text. */
function isScan({ page, images }: OfdPageContent): boolean {
  const inked = page.glyphs.filter(({ text }) => text.trim() !== '').length;
  return inked < 20 && largest(images).width * largest(images).height > 0.5 * page.width * page.height;
}

function largest(images: readonly PlacedImage[]): PlacedImage {
  const none = { id: '', x: 0, y: 0, width: 0, height: 0 };
  return images.reduce(
    (best, image) => (image.width * image.height > best.width * best.height ? image : best),
    none,
  );
}

async function recognise(
  document: OfdDocument,
  drawn: readonly OfdPageContent[],
  scans: readonly number[],
  pages: DrawnPage[],
  draft: OfdDraft,
  work: OcrWork,
): Promise<void> {
  const { openImageFile } = await import('../scan/image-file.ts');
  const { openOcr } = await import('../scan/ocr.ts');
  const recogniser = await openOcr(scans.length, work);
  try {
    for (const index of scans) {
      const image = largest(drawn[index]?.images ?? []);
      const bytes = document.pages[index]?.resources.images.get(image.id)?.();
      if (!bytes) throw new ReadError('damaged', `OFD 第 ${index + 1} 页的图像缺失。请重新下载或索取。`);
      const file = await openImageFile(bytes);
      pages[index] = await recogniser.read({
        key: createHash('sha256').update(bytes).digest('hex'),
        raster: () => file.page(0),
        density: (file.width / image.width) * 72,
      });
    }
  } finally {
    await recogniser.close();
  }
  const numbers = scans.map((index) => index + 1).join('、');
  warn(draft, 'ocr', `第 ${numbers} 页没有可取的文字，由程序识别而来，请对照原件核对。${recogniser.remark}`);
}

/** Adds the images that are neither a page's background nor an ornament. */
function addFigures(
  { page, images }: OfdPageContent,
  source: OfdPage | undefined,
  index: number,
  draft: OfdDraft,
): void {
  for (const { id, ...place } of images) {
    const share = (place.width * place.height) / (page.width * page.height);
    const bytes =
      place.width > 40 &&
      place.height > 40 &&
      share > 0.01 &&
      share < 0.85 &&
      source?.resources.images.get(id)?.();
    if (!bytes) continue;
    const name = nameAttachment(`image-${index + 1}.${extensionOf(bytes)}`, draft.names);
    draft.attachments.push({ name, bytes });
    page.figures.push({ name, ...place });
  }
}

function extensionOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head.startsWith('\x89PNG')) return 'png';
  if (head.startsWith('\xff\xd8')) return 'jpg';
  if (head.startsWith('BM')) return 'bmp';
  return /^(?:II\*|MM\0)/.test(head) ? 'tif' : 'bin';
}

function addSeals({ seals }: OfdDocument, draft: OfdDraft): void {
  if (seals === 0) return;
  const text = `文件带有 ${seals} 个电子签章，印章图像没有收入附件，签名没有验证。`;
  draft.messages.push({ level: 'info', rule: 'seal', line: 1, column: 1, text });
}

function warn(draft: OfdDraft, rule: MessageCode, text: string): void {
  draft.messages.push({ level: 'warning', rule, line: 1, column: 1, text });
}
