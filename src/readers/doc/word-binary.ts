import type { MessageCode } from '../../record/message-codes.ts';
import { layOut } from '../block-text.ts';
import type { Block, Inline } from '../block.ts';
import type { Reading } from '../reading.ts';
import { readFonts } from './fonts.ts';
import type { References } from './story-text.ts';
import { createBlockReader } from './word-blocks.ts';
import { openWordFile, structures, type WordFile } from './word-file.ts';

interface Note {
  /** The character that refers to it. */
  at: number;
  from: number;
  to: number;
}

/**
 * Reads a binary Word document (MS-DOC) without another program: text as shown with all tracked changes
 * accepted, automatic numbers, headings, tables with merged cells, notes at the end, text boxes after
 * them. Images are not read; a message says so. Throws ReadError: `truncated`, `encrypted`, `damaged`,
 * `unsupported-version`.
 *
 * Own reader rather than word-extractor: that takes any character property whose code ends in five zero
 * bits for a deletion, so that letter-spaced words vanish without a message; it also gives no automatic
 * numbers.
 */
export function readWordBinary(bytes: Uint8Array): Reading {
  const file = openWordFile(bytes);
  const { lengths } = file;
  const endnoteStart = lengths.text + lengths.footnotes + lengths.headers + lengths.comments;
  const notes = [
    ...readNotes(file, structures.footnoteReferences, structures.footnoteTexts, lengths.text),
    ...readNotes(file, structures.endnoteReferences, structures.endnoteTexts, endnoteStart),
  ].sort((a, b) => a.at - b.at);
  const numbers = new Map(notes.map(({ at }, index) => [at, index + 1]));
  const told = new Set<string>();
  const tell = (rule: MessageCode, text: string): Inline[] => {
    if (told.has(rule)) return [];
    told.add(rule);
    return [{ type: 'message', message: { level: 'warning', rule, text } }];
  };
  const fonts = readFonts(file);
  const references: References = { noteAt: (place) => numbers.get(place), fonts, tell };
  const read = createBlockReader(file, fonts);

  const blocks: Block[] = read(0, lengths.text, references);
  for (const [index, { from, to }] of notes.entries())
    blocks.push(...numbered(read(from, to, { ...references, noteAt: () => undefined }), index + 1));
  const boxes = read(
    endnoteStart + lengths.endnotes,
    endnoteStart + lengths.endnotes + lengths.boxes,
    references,
  );
  if (layOut(boxes).decoded !== '')
    blocks.push(say(tell('text-boxes', '文档里有文本框，其中的文字列在最后。请核对它们的位置。')), ...boxes);
  const headers = lengths.text + lengths.footnotes;
  const quiet: References = { ...references, noteAt: () => undefined, tell: () => [] };
  const margins = layOut(read(headers, headers + lengths.headers, quiet))
    .decoded.replace(/\s+/g, ' ')
    .trim();
  if (/\p{Script=Han}{2}/u.test(margins))
    blocks.push(
      say(tell('page-margins', `页眉页脚没有收入：“${margins.slice(0, 80)}”。如属于答复，请补入正文。`)),
    );
  return { format: 'doc', ...layOut(blocks), attachments: [] };
}

function numbered([first, ...rest]: Block[], number: number): Block[] {
  const mark: Inline = { type: 'numbering', text: `[${number}] ` };
  if (first?.type === 'paragraph') return [{ ...first, inlines: [mark, ...first.inlines] }, ...rest];
  return [{ type: 'paragraph', inlines: [mark] }, ...(first ? [first] : []), ...rest];
}

/** Notes by their two tables of places: where the text refers to each, and where each one's text begins. */
function readNotes({ table, structure }: WordFile, references: number, texts: number, start: number): Note[] {
  const from = structure(references);
  const to = structure(texts);
  // A reference has its place and two bytes more, and one place stands at the end.
  const count = Math.max(
    0,
    Math.min(Math.floor((from.length - 4) / 6), Math.floor(to.length / 4) - 1, 10_000),
  );
  // The texts follow each other. Those that go back in a damaged file would have the same text read for each of them.
  let read = 0;
  return Array.from({ length: count }, (_, index) => {
    const begin = Math.max(read, table.u32(to.at + index * 4));
    read = Math.max(begin, table.u32(to.at + index * 4 + 4));
    return { at: table.u32(from.at + index * 4), from: start + begin, to: start + read };
  });
}

function say(inlines: Inline[]): Block {
  return { type: 'paragraph', inlines };
}
