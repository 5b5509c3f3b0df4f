import { positionsIn } from '../reply/position.ts';
import type { Message } from '../record/record.ts';
import type { Block, Cell, Inline, Paragraph, Table } from './block.ts';
import type { Mark, ReadingText } from './reading.ts';

/**
 * Separates the paragraphs of one table cell: white space to every rule, but not the end of the row's line.
 */
const cellBreak = '\u2028';

/**
 * Renders blocks as the reader's text: one line per paragraph (more where it has breaks), one line per table
 * row with tabs between the cells and U+2028 between the lines of a cell. Lines without a visible character
 * are left out unless they hold an image. Marks and messages come with their positions in that text.
 */
export function renderBlocks(blocks: readonly Block[]): ReadingText {
  const draft: TextDraft = { text: '', marks: [], messages: [] };
  for (const block of blocks) renderBlock(draft, block);
  return {
    decoded: draft.text,
    marks: joinDropped(draft.marks).sort((a, b) => a.at - b.at || b.length - a.length),
    messages: locateMessages(draft),
  };
}

interface TextDraft {
  text: string;
  marks: Mark[];
  messages: { at: number; message: Omit<Message, 'line' | 'column'> }[];
}

function renderBlock(draft: TextDraft, block: Block): void {
  if (block.type === 'table') renderTable(draft, block);
  else renderParagraph(draft, block);
}

function renderParagraph(draft: TextDraft, paragraph: Paragraph): void {
  const lines = linesOf(toldInlines(paragraph.inlines));
  if (lines.length === 0) {
    for (const inline of toldInlines(paragraph.inlines))
      if (isMessage(inline)) renderInline(draft, inline, /$^/);
    return;
  }
  startLine(draft);
  const at = draft.text.length;
  lines.forEach((line, index) => {
    if (index > 0) draft.text += '\n';
    for (const inline of line) renderInline(draft, inline, /[\n\r]/g);
  });
  const length = draft.text.length - at;
  if (length === 0) return;
  if (paragraph.dropped !== undefined)
    draft.marks.push({ at, length, kind: { type: 'dropped', why: paragraph.dropped } });
  else if (paragraph.metadata) draft.marks.push({ at, length, kind: { type: 'metadata' } });
  else if (paragraph.heading !== undefined)
    draft.marks.push({ at, length, kind: { type: 'heading', depth: paragraph.heading } });
}

function renderTable(draft: TextDraft, table: Table): void {
  if (!table.rows.some((row) => row.some((cell) => linesOfCell(cell).length > 0))) {
    for (const cell of table.rows.flat()) for (const block of cell.blocks) renderBlock(draft, block);
    return;
  }
  startLine(draft);
  const at = draft.text.length;
  const rows = table.rows.map((row, index) => {
    if (index > 0 && row.length > 0 && draft.text.length > at) draft.text += '\n';
    return row.map((cell, column) => {
      if (column > 0) draft.text += '\t';
      const start = draft.text.length;
      const lines = linesOfCell(cell);
      // What is said of a cell that shows nothing is said at its place.
      for (const [number, line] of (lines.length > 0 ? lines : [messagesOf(cell)]).entries()) {
        if (number > 0) draft.text += cellBreak;
        for (const inline of line) renderInline(draft, inline, /[\n\r\t]/g);
      }
      const { colspan, rowspan, header } = cell;
      return { at: start, length: draft.text.length - start, colspan, rowspan, header };
    });
  });
  const length = draft.text.length - at;
  const kind: Mark['kind'] =
    table.dropped === undefined ? { type: 'table', rows } : { type: 'dropped', why: table.dropped };
  draft.marks.push({ at, length, kind });
}

function startLine(draft: TextDraft): void {
  if (draft.text !== '') draft.text += '\n';
}

function renderInline(draft: TextDraft, inline: Inline, unwanted: RegExp): void {
  const at = draft.text.length;
  if (typeof inline === 'string') {
    draft.text += inline.replace(unwanted, ' ');
  } else if (inline.type === 'message') {
    draft.messages.push({ at, message: inline.message });
  } else if (inline.type !== 'break' && inline.type !== 'struck') {
    draft.text += inline.text.replace(unwanted, ' ');
    draft.marks.push({ at, length: draft.text.length - at, kind: kindOf(inline) });
  }
}

function kindOf(inline: Extract<Inline, { type: 'numbering' | 'attachment' | 'dropped' }>): Mark['kind'] {
  if (inline.type === 'numbering') return { type: 'numbering' };
  return inline.type === 'dropped'
    ? { type: 'dropped', why: inline.why }
    : { type: 'attachment', name: inline.name };
}

/** The visible lines of a paragraph. Messages on other lines move to the next visible one. */
function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [];
  let line: Inline[] = [];
  for (const inline of [...inlines, { type: 'break' } as const]) {
    if (typeof inline === 'string' || inline.type !== 'break') {
      line.push(inline);
    } else if (line.some(shows)) {
      lines.push(line);
      line = [];
    } else line = line.filter(isMessage);
  }
  lines.at(-1)?.push(...line);
  return lines;
}

/** Replaces struck text by what the editor is told of it, adjoining pieces by one message; white space by nothing. */
function toldInlines(inlines: readonly Inline[]): Inline[] {
  const told: Inline[] = [];
  let struck = '';
  const tell = (): void => {
    if (struck.trim() !== '') told.push(struckMessage(struck));
    struck = '';
  };
  for (const inline of inlines) {
    if (typeof inline === 'object' && inline.type === 'struck') struck += inline.text;
    else {
      tell();
      told.push(inline);
    }
  }
  tell();
  return told;
}

/** What the editor is told of text that is struck out in the received file. */
function struckMessage(text: string): Extract<Inline, { type: 'message' }> {
  const written = text.replace(/\s+/gu, ' ').trim();
  const shown = written.length > 40 ? `${written.slice(0, 38)}……` : written;
  const told = `“${shown}”在原件里划有删除线，没有收入。请对照原件核对。`;
  return { type: 'message', message: { level: 'warning', rule: 'struck-text', text: told } };
}

function isMessage(inline: Inline): boolean {
  return typeof inline !== 'string' && inline.type === 'message';
}

function shows(inline: Inline): boolean {
  if (typeof inline === 'string') return /[^\s\u00AD\u200B-\u200F\u2060\uFEFF]/u.test(inline);
  if (inline.type === 'break' || inline.type === 'message' || inline.type === 'struck') return false;
  return inline.type === 'attachment' || shows(inline.text);
}

function linesOfCell(cell: Cell): Inline[][] {
  return cell.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? linesOf(toldInlines(block.inlines))
      : block.rows.map((row) =>
          row.flatMap((inner, index) => [...(index > 0 ? [' '] : []), ...linesOfCell(inner).flat()]),
        ),
  );
}

function messagesOf(cell: Cell): Inline[] {
  return cell.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? toldInlines(block.inlines).filter(isMessage)
      : block.rows.flat().flatMap(messagesOf),
  );
}

/** Merges neighbouring dropped lines into one range. */
function joinDropped(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (
      last?.kind.type === 'dropped' &&
      mark.kind.type === 'dropped' &&
      last.kind.why === mark.kind.why &&
      last.at + last.length + 1 === mark.at
    )
      last.length += mark.length + 1;
    else joined.push({ ...mark });
  }
  return joined;
}

/** Adds lines and columns to the messages. */
function locateMessages(draft: TextDraft): Message[] {
  const positionOf = positionsIn(draft.text);
  return draft.messages.map(({ at, message }) => ({ ...message, ...positionOf(at) }));
}
