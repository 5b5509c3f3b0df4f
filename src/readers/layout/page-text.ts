import type { MessageCode } from '../../record/message-codes.ts';
import type { Message } from '../../record/record.ts';
import type { Doubt, PageStart, ReadingText, TableCell } from '../reading.ts';
import { toLayoutBlocks } from './reading-order.ts';
import { findUncertain, reportUncertain, rivalOf } from './uncertain-characters.ts';
import { bodyStyleOf, headingDepth, type BodyStyle } from './heading.ts';
import type { DrawnPage, Glyph } from './drawn-page.ts';
import type { LayoutBlock } from './layout-block.ts';
import type { PageTable } from './page-table.ts';

/** The text of drawn pages. */
export interface PageText extends ReadingText {
  /** The offset at which each page begins; that of the next one, where a page has no text. */
  starts: number[];
  /** What OCR was not sure of. */
  doubts: Doubt[];
}

/**
 * Turns drawn pages into text, one line per paragraph, with marks and messages. PDF, OFD and scans all use
 * it.
 */
export function toPageText(pages: readonly DrawnPage[]): PageText {
  const blocks = toLayoutBlocks(pages);
  const body = bodyStyleOf(
    blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.paragraph.lines.flatMap((line) => line.glyphs) : [],
    ),
  );
  const draft: PageTextDraft = {
    decoded: '',
    marks: [],
    messages: [],
    line: 1,
    starts: [],
    doubts: [],
    pages: pages.length,
  };
  for (const block of blocks) writeBlock(block, draft, body);
  beginPages(draft, pages.length - 1, draft.decoded.length);
  draft.messages.push(...pages.flatMap((page, index) => reportMissed(page, index, draft)));
  const { decoded, marks, messages, starts, doubts } = draft;
  return { decoded, marks, messages, starts, doubts };
}

/** Places of a page that are named; of more of them the number. */
const mostMissed = 5;

/** Reports what looks like text and was not read, at the beginning of its page. */
function reportMissed(
  { missed = [] }: DrawnPage,
  index: number,
  { decoded, starts, pages }: PageTextDraft,
): Message[] {
  if (missed.length === 0) return [];
  const millimetres = (points: number) => Math.round((points / 72) * 25.4);
  const places = missed.slice(0, mostMissed).map(({ x, y, width, height }) => {
    const size = `${millimetres(width)}×${millimetres(height)}`;
    return `距上边约 ${millimetres(y)} 毫米、距左边约 ${millimetres(x)} 毫米（${size} 毫米）`;
  });
  const page = pages > 1 ? `第 ${index + 1} 页` : '页面';
  const count = missed.length > mostMissed ? `等 ${missed.length} 处` : '';
  const text = `${page}${places.join('，')}${count}有像文字的墨迹，没有识别出来。请对照原件，属于答复的补入正文。`;
  const line = decoded.slice(0, starts[index] ?? 0).split('\n').length;
  return [{ level: 'warning', rule: 'missed-ink', line, column: 1, text }];
}

/** Where the pages of one file begin. */
export function numberPages(starts: readonly number[]): PageStart[] {
  return starts.map((at, index) => ({ number: index + 1, at }));
}

/** Notes that the pages up to this one, as far as none of their text came before, begin here. */
function beginPages({ starts }: PageTextDraft, page: number, at: number): void {
  while (starts.length <= page) starts.push(at);
}

interface PageTextDraft extends PageText {
  /** The number, from 1, of the line to be written next. */
  line: number;
  /** How many there are. */
  pages: number;
}

function writeBlock(block: LayoutBlock, draft: PageTextDraft, body: BodyStyle): void {
  const at = draft.decoded.length;
  if (block.type === 'table') {
    writeTable(block.table, draft);
    return;
  }
  if (block.type === 'figure') {
    draft.marks.push({ at, length: 0, kind: { type: 'attachment', name: block.figure.name } });
    return;
  }
  if (block.type === 'dropped') {
    draft.decoded += `${block.text}\n`;
    draft.marks.push({ at, length: block.text.length, kind: { type: 'dropped', why: block.why } });
    const told = toldOf(block.why, block.text);
    if (told) draft.messages.push({ level: 'warning', ...told, line: draft.line, column: 1 });
    draft.line += 1;
    return;
  }
  const { paragraph } = block;
  for (const [index, line] of paragraph.lines.entries())
    beginPages(draft, line.page, at + (paragraph.starts[index] ?? 0));
  const depth = headingDepth(paragraph, body);
  if (depth !== undefined)
    draft.marks.push({ at, length: paragraph.text.length, kind: { type: 'heading', depth } });
  const glyphs = paragraph.lines.flatMap((line) => line.glyphs);
  noteDoubts(draft, paragraph.text, glyphs, at, draft.line);
  draft.decoded += `${paragraph.text}\n`;
  draft.line += 1;
}

/**
 * Reports what OCR was not sure of in a text.
 *
 * @param at Its offset; @param line its line, which begins at `lineAt`.
 */
function noteDoubts(
  draft: PageTextDraft,
  text: string,
  glyphs: readonly Glyph[],
  at: number,
  line: number,
  lineAt = at,
): void {
  for (const run of findUncertain(text, glyphs)) {
    const place = { line, column: at + run.at - lineAt + 1 };
    const page = Math.max(1, draft.starts.findLastIndex((start) => start <= at + run.at) + 1);
    draft.messages.push(reportUncertain(run, place, draft.pages > 1 ? page : undefined));
    const rival = rivalOf(run);
    const pictures = [...new Set(run.glyphs.flatMap(({ picture }) => picture ?? []))];
    draft.doubts.push({
      ...{ at: at + run.at, length: run.length, page },
      ...(rival !== undefined && { rival }),
      pictures: pictures.map(({ png }) => png),
    });
  }
}

/** What the editor is told of text that is set apart; nothing of running heads and page numbers. */
function toldOf(why: string, text: string): { rule: MessageCode; text: string } | undefined {
  const shown = text.length > 40 ? `${text.slice(0, 38)}……` : text;
  if (why === 'watermark' || why === 'rotated-text') {
    const kind = why === 'watermark' ? '水印' : '斜排或竖排的文字（水印、印章一类）';
    return { rule: 'overlaid-text', text: `页面上有${kind}“${shown}”，没有收入。如属于答复，请补入正文。` };
  }
  if (why !== 'struck-text') return undefined;
  return { rule: 'struck-text', text: `“${shown}”在原件里划有横线，没有收入。请对照原件核对。` };
}

function writeTable(table: PageTable, draft: PageTextDraft): void {
  const at = draft.decoded.length;
  let text = '';
  beginPages(draft, table.page - table.breaks.length, at);
  const rows = table.rows.map((row, number) => {
    const begun = table.breaks.find((one) => one.row === number);
    if (begun) beginPages(draft, begun.page, at + text.length);
    const lineAt = at + text.length;
    const cells = row.map((cell, index): TableCell => {
      if (index > 0) text += '\t';
      const { colspan, rowspan, header } = cell;
      noteDoubts(draft, cell.text, cell.glyphs, at + text.length, draft.line + number, lineAt);
      text += cell.text;
      return { at: at + text.length - cell.text.length, length: cell.text.length, colspan, rowspan, header };
    });
    text += '\n';
    return cells;
  });
  draft.decoded += text;
  draft.marks.push({ at, length: text.length - 1, kind: { type: 'table', rows } });
  draft.line += rows.length;
}
