import type { MessageCode } from '../../record/message-codes.ts';
import type { Message } from '../../record/record.ts';
import { attachmentName } from '../attachment-name.ts';
import { compose } from '../layout/composition.ts';
import type { Figure, Page } from '../layout/page.ts';
import { ReadError, type Attachment, type Reading } from '../reading.ts';
import { unreadable } from '../layout/readability.ts';
import { isSeal, legibilityOf } from './legibility.ts';
import { widestPage } from './limits.ts';
import { openSession, type PdfSession } from './session.ts';
import type { PageAnswer } from './thread.ts';

/**
 * Reads a PDF (ISO 32000): its text by the places of its characters; pages that are only images go
 * through character recognition. Throws ReadError when the file cannot be read.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length === 0) throw new ReadError('empty', '文件是空的（0 字节）。请重新下载或索取。');
  const session = await openSession(bytes);
  try {
    const draft: Draft = { pages: [], scans: [], attachments: [], messages: [], names: new Set() };
    for (let number = 1; number <= session.pages; number += 1)
      await addPage(await session.read(number), number, draft);
    if (session.damaged > 0)
      tell(
        draft,
        'damaged-parts',
        `PDF 有 ${session.damaged} 处数据损坏，文字可能缺漏。请重新下载或索取，或仔细对照原件。`,
      );
    if (draft.scans.length > 0) await recognise(session, draft);
    const { decoded, marks, messages } = compose(draft.pages);
    if (decoded.trim() === '')
      throw new ReadError('no-text', 'PDF 里没有文字，也没有可以识别的图像。请确认文件是否选对。');
    return {
      format: draft.scans.length === session.pages ? 'scan' : 'pdf',
      decoded,
      marks,
      attachments: draft.attachments,
      messages: [...draft.messages, ...messages],
    };
  } finally {
    await session.close();
  }
}

interface Draft {
  pages: Page[];
  /** Numbers, from 1, of the pages that must be recognised. */
  scans: number[];
  attachments: Attachment[];
  messages: Message[];
  names: Set<string>;
}

async function addPage({ drawn, pictures }: PageAnswer, number: number, draft: Draft): Promise<void> {
  const { page } = drawn;
  if (Math.max(page.width, page.height) > widestPage)
    throw new ReadError(
      'page-size',
      `PDF 第 ${number} 页大得不合常理（超过 5 米）。请用 PDF 软件打开、另存后再转换。`,
    );
  const legibility = legibilityOf(drawn);
  if (legibility === 'image') draft.scans.push(number);
  if (legibility === 'text-layer') {
    page.glyphs = drawn.hidden;
    tell(
      draft,
      'ocr-layer',
      `第 ${number} 页是扫描图像，文字取自文件自带的识别结果，可能有误，请对照原件核对。`,
    );
  } else if (legibility === 'text' && drawn.hidden.length > 20)
    tell(draft, 'hidden-text', `第 ${number} 页有 ${drawn.hidden.length} 个看不见的字，没有采用。`);
  const missing = legibility === 'text' ? unreadable(page.glyphs).length : 0;
  if (missing > 0)
    tell(
      draft,
      'unmapped-glyphs',
      `第 ${number} 页有 ${missing} 个字的字体没有说明是什么字，可能有误，请对照原件核对。`,
    );
  if (legibility === 'text') page.figures = await toFigures(pictures, number, draft);
  draft.pages.push(page);
}

async function toFigures(pictures: PageAnswer['pictures'], number: number, draft: Draft): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { place, raster } of pictures) {
    if (isSeal(place, raster)) {
      draft.messages.push({ ...plain('info', 'seal'), text: `第 ${number} 页的印章图像没有收入附件。` });
      continue;
    }
    const name = attachmentName(`image-${number}.png`, draft.names);
    const { default: sharp } = await import('sharp');
    const { width, height, channels, data } = raster;
    draft.attachments.push({
      name,
      bytes: await sharp(data, { raw: { width, height, channels } }).png().toBuffer(),
    });
    figures.push({ name, x: place.x, y: place.y, width: place.width, height: place.height });
  }
  return figures;
}

async function recognise(session: PdfSession, draft: Draft): Promise<void> {
  const { openRecogniser } = await import('../scan/recogniser.ts');
  const recogniser = await openRecogniser(draft.scans.length);
  try {
    for (const number of draft.scans)
      draft.pages[number - 1] = await recogniser.read(await session.render(number));
  } finally {
    await recogniser.close();
  }
  tell(draft, 'ocr', `第 ${draft.scans.join('、')} 页没有可取的文字，由程序识别而来，请对照原件核对。`);
}

function tell(draft: Draft, rule: MessageCode, text: string): void {
  draft.messages.push({ ...plain('warning', rule), text });
}

function plain(
  level: Message['level'],
  rule: MessageCode,
): Pick<Message, 'level' | 'rule' | 'line' | 'column'> {
  return { level, rule, line: 1, column: 1 };
}
