import { renderBlocks } from '../block-text.ts';
import type { Block, Inline } from '../block.ts';
import type { Reading } from '../reading.ts';
import { artMessage, createWarnings, marginsMessage, noteBlocks } from '../word/story.ts';
import { readFonts } from './fonts.ts';
import type { ParagraphContext } from './paragraph-text.ts';
import { createBlockReader } from './word-blocks.ts';
import { readWordArt } from './word-art.ts';
import { openWordFile, structures, type WordFile } from './word-file.ts';

interface NoteRange {
  /** The offset of the character that refers to it. */
  at: number;
  from: number;
  to: number;
}

/**
 * Reads a binary Word document (MS-DOC) without another program: text with all tracked changes accepted,
 * automatic numbers, headings, tables with merged cells, notes at the end and text boxes after them. Images
 * are not read; a message says so.
 *
 * word-extractor treats any character property whose code ends in five zero bits as a deletion, so that
 * letter-spaced words vanish without a message, and it has no automatic numbers.
 *
 * @throws ReadError `truncated`, `encrypted`, `damaged`, `unsupported-version`.
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
  const warnOnce = createWarnings();
  const fonts = readFonts(file);
  const references: ParagraphContext = {
    noteAt: (place) => numbers.get(place),
    fonts,
    hasBoxes: lengths.boxes > 0,
    warnOnce,
  };
  const read = createBlockReader(file, fonts);

  const blocks: Block[] = read(0, lengths.text, references);
  for (const [index, { from, to }] of notes.entries())
    blocks.push(...noteBlocks(read(from, to, { ...references, noteAt: () => undefined }), index + 1));
  const boxes = read(
    endnoteStart + lengths.endnotes,
    endnoteStart + lengths.endnotes + lengths.boxes,
    references,
  );
  if (renderBlocks(boxes).decoded !== '')
    blocks.push(
      paragraphOf(warnOnce('text-boxes', '文档里有文本框，其中的文字列在最后。请核对它们的位置。')),
      ...boxes,
    );
  const headers = lengths.text + lengths.footnotes;
  const quiet: ParagraphContext = {
    ...references,
    noteAt: () => undefined,
    hasBoxes: true,
    warnOnce: () => [],
  };
  const margins = read(headers, headers + lengths.headers, quiet);
  const boxesEnd = endnoteStart + lengths.endnotes + lengths.boxes;
  const inMargins = read(boxesEnd, boxesEnd + lengths.headerBoxes, quiet);
  blocks.push(marginsMessage([margins, inMargins], warnOnce));
  blocks.push(paragraphOf(readWordArt(file).flatMap(artMessage)));
  return { format: 'doc', ...renderBlocks(blocks), attachments: [] };
}

/**
 * Reads the notes from their two tables: where the text refers to each, and where each note's text begins.
 */
function readNotes(
  { table, structure }: WordFile,
  references: number,
  texts: number,
  start: number,
): NoteRange[] {
  const from = structure(references);
  const to = structure(texts);
  // A reference takes an offset and two more bytes, and there is one final offset.
  const count = Math.max(
    0,
    Math.min(Math.floor((from.length - 4) / 6), Math.floor(to.length / 4) - 1, 10_000),
  );
  // The texts are consecutive. Offsets that go back, in a damaged file, would have the same text read again
  // for each note.
  let read = 0;
  return Array.from({ length: count }, (_, index) => {
    const begin = Math.max(read, table.u32(to.at + index * 4));
    read = Math.max(begin, table.u32(to.at + index * 4 + 4));
    return { at: table.u32(from.at + index * 4), from: start + begin, to: start + read };
  });
}

function paragraphOf(inlines: Inline[]): Block {
  return { type: 'paragraph', inlines };
}
