import type { Message } from '../../record/record.ts';
import type { Mark, TableCell } from '../reading.ts';
import { toLayoutBlocks } from './reading-order.ts';
import { reportUncertain } from './uncertain-characters.ts';
import { bodyStyleOf, headingDepth, type BodyStyle } from './heading.ts';
import type { DrawnPage } from './drawn-page.ts';
import type { LayoutBlock } from './layout-block.ts';
import type { PageTable } from './page-table.ts';

export interface Composition {
  decoded: string;
  marks: Mark[];
  messages: Message[];
}

/**
 * Turns drawn pages into text, one line per paragraph, with marks and messages. PDF, OFD and scans all use
 * it.
 */
export function toPageText(pages: readonly DrawnPage[]): Composition {
  const blocks = toLayoutBlocks(pages);
  const body = bodyStyleOf(
    blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.paragraph.lines.flatMap((line) => line.glyphs) : [],
    ),
  );
  const draft: Draft = { decoded: '', marks: [], messages: [], line: 1 };
  for (const block of blocks) write(block, draft, body);
  const { decoded, marks, messages } = draft;
  return { decoded, marks, messages };
}

interface Draft extends Composition {
  /** The number, from 1, of the line to be written next. */
  line: number;
}

function write(block: LayoutBlock, result: Draft, body: BodyStyle): void {
  const at = result.decoded.length;
  if (block.type === 'table') {
    writeTable(block.table, result);
    return;
  }
  if (block.type === 'figure') {
    result.marks.push({ at, length: 0, kind: { type: 'attachment', name: block.figure.name } });
    return;
  }
  if (block.type === 'aside') {
    result.decoded += `${block.text}\n`;
    result.marks.push({ at, length: block.text.length, kind: { type: 'dropped', why: block.why } });
    result.line += 1;
    return;
  }
  const { paragraph } = block;
  const depth = headingDepth(paragraph, body);
  if (depth !== undefined)
    result.marks.push({ at, length: paragraph.text.length, kind: { type: 'heading', depth } });
  result.messages.push(...reportUncertain(paragraph, result.line));
  result.decoded += `${paragraph.text}\n`;
  result.line += 1;
}

function writeTable(table: PageTable, result: Draft): void {
  const at = result.decoded.length;
  let text = '';
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, index): TableCell => {
      if (index > 0) text += '\t';
      const { colspan, rowspan, header } = cell;
      text += cell.text;
      return { at: at + text.length - cell.text.length, length: cell.text.length, colspan, rowspan, header };
    });
    text += '\n';
    return cells;
  });
  result.decoded += text;
  result.marks.push({ at, length: text.length - 1, kind: { type: 'table', rows } });
  result.line += rows.length;
}
