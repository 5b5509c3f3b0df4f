import { expect, test } from 'vitest';
import { combineReadings } from './agreed-line.ts';

const box = { x0: 0, y0: 0, x1: 400, y1: 40 };
const image = { width: 480, data: new Uint8Array(), left: 0, scale: 1 };

/** Combines two readings of a line and marks what is disputed: `字{别}` is 字 where the other engine read 别. */
function combine(tesseract: string, ppOcr: string, confidence = 90): string {
  const symbols = Array.from(tesseract, (text, at) => ({
    text,
    confidence,
    bbox: { x0: at * 40, y0: 0, x1: at * 40 + 36, y1: 40 },
  }));
  const line = {
    bbox: box,
    baseline: box,
    rowAttributes: { rowHeight: 40 },
    words: [{ confidence, symbols }],
  };
  const read = Array.from(ppOcr, (text, at) => ({ text, probability: 0.9, x: at * 40 + 18 }));
  return combineReadings(line, read, image)
    .words.flatMap((word) => word.symbols)
    .map(({ text, rival }) => (rival === undefined ? text : `${text}{${rival}}`))
    .join('');
}

test.each([
  ['takes what both read', '公交收悉', '公交收悉', '公交收悉'],
  ['takes the second reading where they differ, and keeps the other', '共了人', '共7人', '共7{了}人'],
  ['adds what only the second read', '收。', '收悉。', '收悉{}。'],
  ['keeps a Han character that only the first read', '收悉。', '收。', '收悉{}。'],
  ['keeps a mark that the second overlooks at the end', '收悉，', '收悉', '收悉，'],
  ['disputes what stands beside a mark that is dropped', '收"悉', '收悉', '收悉{"悉}'],
  ['takes the brackets of a document number from either', '教〔2031]5号', '教[2031〕5号', '教〔2031〕5号'],
  ['does not tell widths of a mark apart', '收悉,好', '收悉，好', '收悉,好'],
])('%s', (_, tesseract, ppOcr, expected) => {
  expect(combine(tesseract, ppOcr)).toBe(expected);
});

test('drops what only the first read without confidence', () => {
  expect(combine('收和悉', '收悉', 20)).toBe('收悉{和悉}');
});
