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
  return { decoded, told: messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`) };
}

test.each([
  ['sprmCIss for superscript', [0x48, 0x2a, 1], '10⁴'],
  ['sprmCIss for subscript', [0x48, 0x2a, 2], '10₄'],
  ['sprmCHpsPos upwards', [0x45, 0x48, 12, 0], '10⁴'],
  ['sprmCHpsPos downwards', [0x45, 0x48, 0xf4, 0xff], '10₄'],
  ['sprmCIss for none', [0x48, 0x2a, 0], '104'],
])('a number is set off its line by %s', (_, modifiers, text) => {
  expect(read(['10'], ['4', modifiers])).toEqual({ decoded: text, told: [] });
});

test('struck text is left out and told once', () => {
  const found = read(['改造'], ['46', [0x37, 0x08, 1]], ['.5', [0x53, 0x2a, 1]], ['38.2公里']);
  expect(found).toEqual({ decoded: '改造38.2公里', told: ['struck-text 1:3'] });
});

test('a field that is drawn by its code is told', () => {
  expect(read(['甲\x13 eq \\o\\ac(○,1) \x14\x15乙'])).toEqual({
    decoded: '甲乙',
    told: ['field-without-text 1:2'],
  });
  expect(read(['甲\x13 eq \\o\\ac(○,1) \x14①\x15乙'])).toEqual({ decoded: '甲①乙', told: [] });
});
