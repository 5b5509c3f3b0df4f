import {
  modifier,
  rowEnd,
  writeDoc,
  type DocParts,
  type DocRun,
} from '../../readers/doc/doc-writer.fixture.ts';
import { readWordBinary } from '../../readers/doc/word-binary.ts';
import type { GrowthCase } from './growth-case.fixture.ts';
import { listOf, textOf } from './list.fixture.ts';

const inTable = modifier(0x2416, 1);
const deleted = modifier(0x0800, 1);
const special = modifier(0x0855, 1);

/** A table row: its text, and the properties of its cells and of its end mark. */
function rowOf(edges: readonly number[]): { text: string; runs: DocRun[] } {
  const cells = edges.length - 1;
  return {
    text: '甲\u0007'.repeat(cells) + '\u0007',
    runs: [
      { length: cells * 2, modifiers: inTable },
      { length: 1, modifiers: rowEnd(edges) },
    ],
  };
}

function table(rows: readonly { text: string; runs: DocRun[] }[]): DocParts {
  return {
    pieces: [`${rows.map(({ text }) => text).join('')}虚构\r`],
    paragraphs: [...rows.flatMap(({ runs }) => runs), { length: 3 }],
  };
}

/** A record of a drawing, with one property where it has any. */
function record(version: number, type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(version | 0x10, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

/** The properties of WordArt. */
function artOf(index: number): Buffer {
  const text = Buffer.from(String(index).padStart(8, '0'), 'utf16le');
  const property = Buffer.alloc(6);
  property.writeUInt16LE(0x80c0, 0);
  property.writeUInt32LE(text.length, 2);
  return Buffer.concat([property, text]);
}

/** Documents with much of something (虚构). */
const documents: Record<string, (count: number) => DocParts> = {
  paragraphs: (count) => ({
    pieces: ['我局已办结（虚构）。\r'.repeat(count)],
    paragraphs: listOf(count, () => ({ length: 11 })),
  }),
  drawings: (count) => ({
    pieces: ['甲\r'],
    drawings: Buffer.concat([
      record(0x0f, 0xf000, Buffer.alloc(0)),
      Buffer.of(0),
      record(0x0f, 0xf002, Buffer.concat(listOf(count, (index) => record(3, 0xf00b, artOf(index))))),
    ]),
  }),
  'one paragraph': (count) => ({ pieces: [`${'甲'.repeat(count)}\r`] }),
  pieces: (count) => ({ pieces: listOf(count, () => '甲\r') }),
  'runs of paragraphs': (count) => ({
    pieces: ['甲\r'.repeat(count)],
    paragraphs: listOf(count, (index) => ({ length: 2, modifiers: modifier(0x2640, index % 10) })),
  }),
  'runs of characters': (count) => ({
    pieces: [`${'甲'.repeat(count)}\r`],
    characters: listOf(count, (index) => ({ length: 1, modifiers: modifier(0x083c, index % 2) })),
  }),
  'deleted characters': (count) => ({
    pieces: ['甲乙\r'.repeat(count)],
    characters: listOf(count * 3, (index) => ({ length: 1, modifiers: index % 3 === 1 ? deleted : [] })),
  }),
  'deleted paragraph marks': (count) => ({
    pieces: ['甲\r'.repeat(count)],
    characters: listOf(count * 2, (index) => ({ length: 1, modifiers: index % 2 === 1 ? deleted : [] })),
  }),
  'rows of a table': (count) => table(listOf(count, () => rowOf([0, 1000, 2000, 3000]))),
  'rows with edges of their own': (count) =>
    table(listOf(count, (index) => rowOf([0, 30 + index * 25, 32_000]))),
  'cells of rows': (count) =>
    table(listOf(Math.ceil(count / 20), () => rowOf(listOf(21, (index) => index * 400)))),
  fields: (count) => ({ pieces: ['\u0013DATE\u0014甲\u0015\r'.repeat(count)] }),
  'fields never ended': (count) => ({ pieces: ['\u0013DATE\u0014甲\r'.repeat(count)] }),
  'fields in their codes': (count) => ({ pieces: ['\u0013DATE\r'.repeat(count)] }),
  'line breaks': (count) => ({ pieces: [`${'甲\u000b'.repeat(count)}\r`] }),
  notes: (count) => ({
    pieces: [`${'\u0002'.repeat(count)}\r${'注\r'.repeat(count)}`],
    characters: [{ length: count, modifiers: special }],
    notes: count * 2,
    references: listOf(count, (index) => index),
    noteTexts: listOf(count + 1, (index) => index * 2),
  }),
  'notes that all have one text': (count) => ({
    pieces: [`${'\u0002'.repeat(count)}\r${'注\r'.repeat(count)}`],
    characters: [{ length: count, modifiers: special }],
    notes: count * 2,
    references: listOf(count, (index) => index),
    noteTexts: listOf(count + 1, (index) => (index % 2) * count * 2),
  }),
  'letters and marks': (count) => ({ pieces: [textOf(count, (index) => `第${index}条\t甲\u001e乙\r`)] }),
};

/** Runs the reader only: its text then takes the same path as plain text. */
export const docCases: GrowthCase[] = Object.entries(documents).map(([what, parts]) => ({
  name: `${what} of a DOC`,
  prepare: (size) => {
    const bytes = writeDoc(parts(size));
    return () => Promise.resolve().then(() => readWordBinary(bytes));
  },
}));
