import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPageText } from './page-text.ts';
import type { Glyph, DrawnPage, RulingLine } from './drawn-page.ts';
import { isWide } from './character-class.ts';

interface Style {
  size?: number;
  font?: string;
  /** Extra space between Han and Latin, in ems, as word processors add it. */
  autospace?: number;
  /** Extra space after every character, in ems. */
  spread?: number;
}

/** Sets a line of text as a typesetter does. */
function set(
  x: number,
  y: number,
  text: string,
  { size = 16, font = 'FangSong', autospace = 0, spread = 0 }: Style = {},
): Glyph[] {
  let at = x;
  let previous = '';
  return Array.from(text, (character) => {
    const width = size * (isWide(character) ? 1 : 0.5);
    if (previous !== '' && isWide(previous) !== isWide(character)) at += autospace * size;
    const glyph = { text: character, x: at, y, width, size, angle: 0, font, bold: false };
    at += width + spread * size;
    previous = character;
    return glyph;
  });
}

const page = (glyphs: Glyph[][], rulingLines: RulingLine[] = []): DrawnPage => ({
  width: 595,
  height: 842,
  glyphs: glyphs.flat(),
  rulingLines,
  figures: [],
});
const lines = (pages: DrawnPage[]): string[] => toPageText(pages).decoded.trimEnd().split('\n');
const dropped = (pages: DrawnPage[]): string[] => {
  const { decoded, marks } = toPageText(pages);
  return marks
    .filter(({ kind }) => kind.type === 'dropped')
    .map(({ at, length }) => decoded.slice(at, at + length));
};

/** Six full lines between the margins 80 and 512. */
const full = '本文为虚构文稿仅供程序测试之用其中的人名数字都不是真';
const body = (top: number, count = 6): Glyph[][] =>
  Array.from({ length: count }, (_, row) => set(80, top + row * 28, full));

test('ignores the gap between Han and Latin but keeps a typed space', () => {
  expect(lines([page([set(80, 100, '共有128所，符合ISO标准', { autospace: 0.25 })])])).toEqual([
    '共有128所，符合ISO标准',
  ]);
  expect(lines([page([set(80, 100, '符合 ISO 9001 标准')])])).toEqual(['符合 ISO 9001 标准']);
});

test('a letter-spaced title has no spaces', () => {
  expect(lines([page([set(200, 100, '关于测试的函', { size: 22, spread: 0.8 })])])).toEqual(['关于测试的函']);
});

test('indents and short lines separate paragraphs; signature lines stay alone', () => {
  const glyphs = [
    ...body(100, 2),
    set(80, 156, '的。'),
    set(112, 184, full.slice(0, 25)),
    set(80, 212, '的。'),
    set(400, 268, '云溪市水务局'),
    set(384, 296, '2031年6月18日'),
  ];
  expect(lines([page(glyphs)])).toEqual([
    `${full}${full}的。`,
    `${full.slice(0, 25)}的。`,
    '云溪市水务局',
    '2031年6月18日',
  ]);
});

test('joins a number, a URL and words across lines', () => {
  const start = full.slice(0, 23);
  expect(lines([page([...body(100, 2), set(80, 156, `${start}，共12`), set(80, 184, '8所。')])])).toEqual([
    `${full}${full}${start}，共128所。`,
  ]);
  const url = `${full.slice(0, 18)}https://a.invalid/`;
  expect(lines([page([...body(100, 2), set(80, 156, url), set(80, 184, 'path/x。')])]).join('')).toContain(
    'https://a.invalid/path/x。',
  );
});

test('a block that is indented as a whole is one paragraph', () => {
  const glyphs = [
    ...body(100, 3),
    set(112, 184, `1.${full.slice(0, 24)}`),
    set(128, 212, full.slice(0, 24)),
    set(128, 240, '项。'),
  ];
  expect(lines([page(glyphs)])).toEqual([full.repeat(3), `1.${full.slice(0, 24)}${full.slice(0, 24)}项。`]);
});

test('bare numbers at the foot are page numbers if they count', () => {
  const pages = [1, 2, 3].map((number) => page([...body(120), set(290, 790, String(number), { size: 14 })]));
  expect(dropped(pages)).toEqual(['1', '2', '3']);
  expect(dropped([page([...body(120), set(290, 790, '7')])])).toEqual([]);
});

test('a line in the same place on every page is a running head', () => {
  const pages = [1, 2].map((number) =>
    page([set(380, 50, `云溪市水务局 第${number}期`, { size: 9 }), ...body(120)]),
  );
  expect(dropped(pages)).toEqual(['云溪市水务局 第1期', '云溪市水务局 第2期']);
});

test('aligned segments are a table without ruling lines', () => {
  const rows = [
    ['县区', '学校', '时间'],
    ['青禾县', '12', '9月'],
    ['望溪区', '5', '10月'],
  ];
  const cells = rows.flatMap((row, index) =>
    row.map((text, column) => set(100 + column * 150, 400 + index * 28, text)),
  );
  const { decoded, marks } = toPageText([page([...body(100), ...cells])]);
  expect(decoded.split('\n').slice(1, 4)).toEqual(['县区\t学校\t时间', '青禾县\t12\t9月', '望溪区\t5\t10月']);
  expect(marks.map(({ kind }) => kind.type)).toEqual(['table']);
});

test('a ruled table continues on the next page', () => {
  const grid = (top: number, rows: number): RulingLine[] => [
    ...Array.from({ length: rows + 1 }, (_, row) => ({
      x1: 80,
      x2: 480,
      y1: top + row * 30,
      y2: top + row * 30,
    })),
    ...[80, 280, 480].map((x) => ({ x1: x, x2: x, y1: top, y2: top + rows * 30 })),
  ];
  const cells = (top: number, texts: string[]) =>
    texts.map((text, index) => set(90 + 200 * (index % 2), top + 20 + 30 * (index >> 1), text));
  const first = page([...body(100), ...cells(700, ['县区', '学校', '青禾县', '12'])], grid(700, 2));
  const second = page([...cells(80, ['望溪区', '5', '云溪区', '6']), ...body(300)], grid(80, 2));
  const { decoded, marks } = toPageText([first, second]);
  const tables = marks.flatMap(({ kind }) => (kind.type === 'table' ? [kind.rows] : []));
  expect(
    tables.map((rows) => rows.map((row) => row.map(({ at, length }) => decoded.slice(at, at + length)))),
  ).toEqual([
    [
      ['县区', '学校'],
      ['青禾县', '12'],
      ['望溪区', '5'],
      ['云溪区', '6'],
    ],
  ]);
});

test('recognises a heading by its font, not by its numeral alone', () => {
  const glyphs = [
    ...body(100),
    set(112, 268, '一、基本情况', { font: 'SimHei' }),
    ...body(296),
    set(112, 464, '二、下一步打算'),
    ...body(492),
  ];
  const { decoded, marks } = toPageText([page(glyphs)]);
  expect(marks.map(({ at, length, kind }) => [kind, decoded.slice(at, at + length)])).toEqual([
    [{ type: 'heading', depth: 2 }, '一、基本情况'],
  ]);
});

test('loses and adds no character, wherever it is drawn', () => {
  const glyph = fc.record({
    text: fc.constantFrom('一', '年', '，', '（', '3', 'a', '—', '%'),
    x: fc.double({ min: 0, max: 560, noNaN: true }),
    y: fc.double({ min: 20, max: 830, noNaN: true }),
    size: fc.constantFrom(9, 12, 16, 22),
    angle: fc.constantFrom(0, 0, 0, 0, 45, 90, 270),
    bold: fc.boolean(),
  });
  const rule = fc
    .record({
      x: fc.constantFrom(80, 200, 400),
      y: fc.constantFrom(100, 300, 600),
      long: fc.constantFrom(0, 120, 300),
    })
    .map(({ x, y, long }): RulingLine =>
      long % 200 === 0 ? { x1: x, x2: x, y1: y, y2: y + long } : { x1: x, x2: x + long, y1: y, y2: y },
    );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(glyph, { maxLength: 60 }), fc.array(rule, { maxLength: 8 })), {
        maxLength: 3,
      }),
      (drawn) => {
        const pages = drawn.map(([glyphs, rulingLines], index): DrawnPage => ({
          width: 595,
          height: 842,
          figures: [],
          rulingLines,
          // A glyph drawn over another of its kind would count once.
          glyphs: glyphs.map((one, order) => ({
            ...one,
            y: one.y,
            x: one.x,
            width: one.size,
            font: `${index} ${order}`,
          })),
        }));
        const apart = pages.map((one) => ({
          ...one,
          glyphs: one.glyphs.filter((a, order) =>
            one.glyphs.every(
              (b, other) =>
                other >= order || a.text !== b.text || Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > 8,
            ),
          ),
        }));
        const sorted = (text: string) => Array.from(text.replaceAll(/\s/g, '')).sort().join('');
        const truth = apart.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
        const { decoded, marks } = toPageText(apart);
        expect(sorted(decoded)).toBe(sorted(truth));
        for (const { at, length } of marks) expect(at + length).toBeLessThanOrEqual(decoded.length);
      },
    ),
  );
});
