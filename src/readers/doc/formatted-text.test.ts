import { expect, test } from 'vitest';
import { writeDoc, type DocRun } from './doc-writer.fixture.ts';
import { readWordBinary } from './word-binary.ts';

function read(...runs: [text: string, modifiers?: number[]][]) {
  const text = `${runs.map(([part]) => part).join('')}\r`;
  const characters: DocRun[] = [
    ...runs.map(([part, modifiers = []]) => ({ length: part.length, modifiers })),
    { length: 1 },
  ];
  const { decoded, messages } = readWordBinary(
    writeDoc({ pieces: [text], paragraphs: [{ length: text.length }], characters }),
  );
  return { decoded, reported: messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`) };
}

test.each([
  ['sprmCIss for superscript', [0x48, 0x2a, 1], '10⁴'],
  ['sprmCIss for subscript', [0x48, 0x2a, 2], '10₄'],
  ['sprmCHpsPos upwards', [0x45, 0x48, 12, 0], '10⁴'],
  ['sprmCHpsPos downwards', [0x45, 0x48, 0xf4, 0xff], '10₄'],
  ['sprmCIss for none', [0x48, 0x2a, 0], '104'],
])('a number is set off its line by %s', (_, modifiers, text) => {
  expect(read(['10'], ['4', modifiers])).toEqual({ decoded: text, reported: [] });
});

test('struck text is left out and reported once', () => {
  const found = read(['改造'], ['46', [0x37, 0x08, 1]], ['.5', [0x53, 0x2a, 1]], ['38.2公里']);
  expect(found).toEqual({ decoded: '改造38.2公里', reported: ['struck-text 1:3'] });
});

test('a field that is drawn by its code is reported', () => {
  expect(read(['甲\x13 eq \\o\\ac(○,1) \x14\x15乙'])).toEqual({
    decoded: '甲乙',
    reported: ['field-without-text 1:2'],
  });
  expect(read(['甲\x13 eq \\o\\ac(○,1) \x14①\x15乙'])).toEqual({ decoded: '甲①乙', reported: [] });
});

test.each([
  ['white by its colour', [0x70, 0x68, 255, 255, 255, 0]],
  ['white by its index', [0x42, 0x2a, 8]],
  ['tiny', [0x43, 0x4a, 2, 0]],
])('text that is %s is kept and reported', (_, modifiers) => {
  expect(read(['甲'], ['46.5', modifiers])).toEqual({ decoded: '甲46.5', reported: ['faint-text 1:2'] });
});

test('white text with a colour behind it is nothing special', () => {
  const modifiers = [0x42, 0x2a, 8, 0x0c, 0x2a, 2];
  expect(read(['甲'], ['46.5', modifiers]).reported).toEqual([]);
});

test('the data of a form field are reported', () => {
  expect(read(['甲\x13 FORMTEXT \x01\x14\x15乙'])).toEqual({
    decoded: '甲乙',
    reported: ['field-without-text 1:2'],
  });
});

/** A record of a drawing (MS-ODRAW 2.2.1). */
function record(type: number, version: number, instance: number, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(version | (instance << 4), 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

/** The properties of a shape: a number, another long value, and the text of WordArt. */
function artShape(text: string): Buffer {
  const other = Buffer.from('宋体\0', 'utf16le');
  const art = Buffer.from(`${text}\0`, 'utf16le');
  const table = Buffer.alloc(18);
  for (const [index, [property, value]] of [
    [0x007f, 1],
    [0x80c5, other.length],
    [0x80c0, art.length],
  ].entries()) {
    table.writeUInt16LE(property ?? 0, index * 6);
    table.writeUInt32LE(value ?? 0, index * 6 + 2);
  }
  return record(0xf00b, 3, 3, Buffer.concat([table, other, art]));
}

test('WordArt in the drawings is reported, each text once', () => {
  const shapes = [artShape('张三 2024-06-13'), artShape('张三 2024-06-13'), artShape('内部资料')];
  const drawing = record(0xf002, 15, 0, record(0xf004, 15, 0, Buffer.concat(shapes)));
  const shared = record(0xf000, 15, 0, record(0xf006, 0, 0, Buffer.alloc(16)));
  const drawings = Buffer.concat([shared, Buffer.of(0), drawing, Buffer.of(1), drawing]);
  const { decoded, messages } = readWordBinary(writeDoc({ pieces: ['改造38.2公里\r'], drawings }));
  expect(decoded).toBe('改造38.2公里');
  expect(messages.map(({ rule, text }) => `${rule} ${/“(.*)”/u.exec(text)?.[1] ?? ''}`)).toEqual([
    'overlaid-text 张三 2024-06-13',
    'overlaid-text 内部资料',
  ]);
});

test.each([4, 30, 60])('drawings cut off after %i bytes do no harm', (length) => {
  const drawings = Buffer.concat([
    record(0xf000, 15, 0, Buffer.alloc(0)),
    Buffer.of(0),
    record(0xf002, 15, 0, artShape('内部资料')),
  ]);
  const bytes = writeDoc({ pieces: ['改造\r'], drawings: drawings.subarray(0, length) });
  expect(readWordBinary(bytes).decoded).toBe('改造');
});
