import { createHash } from 'node:crypto';
import type { MessageCode } from '../../record/message-codes.ts';
import type { Message } from '../../record/record.ts';
import { nameAttachment } from '../attachment-name.ts';
import { numberPages, toPageText } from '../layout/page-text.ts';
import type { Figure, DrawnPage } from '../layout/drawn-page.ts';
import { opensLetter } from '../opens-letter.ts';
import { ReadError, type Attachment, type Elsewhere, type Reading } from '../reading.ts';
import type { OcrWork } from '../scan/ocr-work.ts';
import { annotationsText, faintText } from '../hidden-text.ts';
import { unseenText } from '../layout/unseen-text.ts';
import { unreadContent } from '../unread-content.ts';
import { unreadableGlyphs } from '../layout/unreadable-glyphs.ts';
import type { AttachedContent } from './attached-content.ts';
import { textSourceOf } from './text-source.ts';
import { widestPage } from './limits.ts';
import { openPdfSession, type PdfSession } from './worker-session.ts';
import type { PageReply } from './pdf-requests.ts';
import { isSealImage } from './content-image.ts';

/**
 * Reads a PDF (ISO 32000): text by the positions of its characters, and OCR for pages that are only images.
 *
 * @throws ReadError
 */
export async function readPdf(bytes: Uint8Array, work: OcrWork = {}): Promise<Reading> {
  if (bytes.length === 0) throw new ReadError('empty', '文件是空的（0 字节）。请重新下载或索取。');
  const session = await openPdfSession(bytes);
  try {
    const draft: PdfDraft = { pages: [], scans: [], attachments: [], messages: [], names: new Set() };
    if (session.damaged > 0)
      warn(
        draft,
        'damaged-parts',
        `PDF 有 ${session.damaged} 处数据损坏，文字可能缺漏。请重新下载或索取，或仔细对照原件。`,
      );
    for (let number = 1; number <= session.pages; number += 1)
      await addPage(await session.read(number), number, draft);
    if (draft.scans.length > 0) await recognise(session, draft, bytes, work);
    const { decoded, marks, messages, starts, doubts } = toPageText(draft.pages);
    warnOfAttached(session.attached, draft);
    const elsewhere = opensLetter(decoded) ? undefined : inAttachedFile(session.attached);
    if (elsewhere && decoded.trim() === '') throw new ReadError(elsewhere.code, elsewhere.text);
    if (decoded.trim() === '')
      throw new ReadError(
        'no-text',
        `PDF 里没有文字，也没有可以识别的图像。${unreadContent(draft.messages)}请确认文件是否选对。`,
      );
    return {
      format: draft.scans.length === session.pages ? 'scan' : 'pdf',
      decoded,
      marks,
      attachments: draft.attachments,
      messages: [...draft.messages, ...messages],
      ...(draft.scans.length > 0 && { doubts }),
      ...(draft.scans.length > 0 && starts.length > 1 && { pages: numberPages(starts) }),
      ...(elsewhere && { elsewhere }),
    };
  } finally {
    await session.close();
  }
}

function warnOfAttached({ files, values }: AttachedContent, draft: PdfDraft): void {
  if (files.length > 0)
    warn(
      draft,
      'attached-files',
      `PDF 里附有文件（${files.join('、')}），没有收入。如需公开，请另存出来，用 --with 补上再转换。`,
    );
  if (values.length > 0)
    warn(
      draft,
      'form-fields',
      `PDF 的表单里填有内容（${values.join('、')}），没有读取。如属于答复，请补入正文。`,
    );
}

/** A PDF portfolio has a cover for its page and the letter in a file. */
function inAttachedFile({ files }: AttachedContent): Elsewhere | undefined {
  if (files.length === 0) return undefined;
  const text = `PDF 的页面上没有答复的文字，里面附有文件（${files.join('、')}），正文可能在其中（PDF 包）。请用 PDF 软件把它另存出来，再转换。`;
  return { code: 'embedded-letter', text };
}

interface PdfDraft {
  pages: DrawnPage[];
  /** The numbers, from 1, of the pages that need OCR. */
  scans: number[];
  attachments: Attachment[];
  messages: Message[];
  names: Set<string>;
}

async function addPage({ drawn, pictures }: PageReply, number: number, draft: PdfDraft): Promise<void> {
  const { page } = drawn;
  if (Math.max(page.width, page.height) > widestPage)
    throw new ReadError(
      'page-size',
      `PDF 第 ${number} 页大得不合常理（超过 5 米）。请用 PDF 软件打开、另存后再转换。`,
    );
  const legibility = textSourceOf(drawn);
  if (legibility === 'image') draft.scans.push(number);
  if (legibility === 'text-layer') {
    page.glyphs = drawn.hidden;
    warn(
      draft,
      'ocr-layer',
      `第 ${number} 页是扫描图像，文字取自文件自带的识别结果，可能有误，请对照原件核对。`,
    );
  } else if (legibility === 'text') warnOfUnseen(drawn, number, draft);
  if (drawn.notes.length > 0) warn(draft, 'comments', annotationsText(drawn.notes, number));
  const missing = legibility === 'text' ? unreadableGlyphs(page.glyphs).length : 0;
  if (missing > 0)
    warn(
      draft,
      'unmapped-glyphs',
      `第 ${number} 页有 ${missing} 个字的字体没有说明是什么字，可能有误，请对照原件核对。`,
    );
  if (legibility === 'text') page.figures = await toFigures(pictures, number, draft);
  draft.pages.push(page);
}

/** Reports what the page does not show, and what it shows in white. */
function warnOfUnseen({ page, hidden, outside }: PageReply['drawn'], number: number, draft: PdfDraft): void {
  const count = hidden.filter(({ text }) => text.trim() !== '').length;
  if (count > 0) warn(draft, 'hidden-text', `第 ${number} 页有 ${count} 个看不见的字，没有采用。`);
  if (outside > 0)
    warn(draft, 'hidden-text', `第 ${number} 页有 ${outside} 个字在页面之外或小得看不见，没有采用。`);
  const white = unseenText(page);
  if (white !== '') warn(draft, 'faint-text', `第 ${number} 页：${faintText(white)}`);
}

async function toFigures(
  pictures: PageReply['pictures'],
  number: number,
  draft: PdfDraft,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { place, raster } of pictures) {
    if (isSealImage(place, raster)) {
      draft.messages.push({ ...atStart('info', 'seal'), text: `第 ${number} 页的印章图像没有收入附件。` });
      continue;
    }
    const name = nameAttachment(`image-${number}.png`, draft.names);
    // Not sharp: its PNG depends on the version of a library of the system's, this one's is the same everywhere.
    const { encode } = await import('fast-png');
    draft.attachments.push({ name, bytes: encode(raster) });
    figures.push({ name, x: place.x, y: place.y, width: place.width, height: place.height });
  }
  return figures;
}

async function recognise(
  session: PdfSession,
  draft: PdfDraft,
  bytes: Uint8Array,
  work: OcrWork,
): Promise<void> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { openOcr } = await import('../scan/ocr.ts');
  const recogniser = await openOcr(draft.scans.length, work);
  try {
    for (const number of draft.scans)
      draft.pages[number - 1] = await recogniser.read({
        key: `${digest} ${number}`,
        raster: () => session.render(number),
      });
  } finally {
    await recogniser.close();
  }
  warn(
    draft,
    'ocr',
    `第 ${draft.scans.join('、')} 页没有可取的文字，由程序识别而来，请对照原件核对。${recogniser.remark}`,
  );
}

function warn(draft: PdfDraft, rule: MessageCode, text: string): void {
  draft.messages.push({ ...atStart('warning', rule), text });
}

function atStart(
  level: Message['level'],
  rule: MessageCode,
): Pick<Message, 'level' | 'rule' | 'line' | 'column'> {
  return { level, rule, line: 1, column: 1 };
}
