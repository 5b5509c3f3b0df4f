import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { toPageText } from './page-text.ts';
import type { DrawnPage, RulingLine } from './drawn-page.ts';
import { drawnPage, fullLine, runningText, setLine, ruledGrid } from './drawn-page.fixture.ts';

const lines = (pages: DrawnPage[]): string[] => toPageText(pages).decoded.trimEnd().split('\n');
const dropped = (pages: DrawnPage[]): string[] => {
  const { decoded, marks } = toPageText(pages);
  return marks
    .filter(({ kind }) => kind.type === 'dropped')
    .map(({ at, length }) => decoded.slice(at, at + length));
};

it('ignores the gap between Han and Latin but keeps a typed space', () => {
  expect(lines([drawnPage([setLine(80, 100, '共有128所，符合ISO标准', { autospace: 0.25 })])])).toEqual([
    '共有128所，符合ISO标准',
  ]);
  expect(lines([drawnPage([setLine(80, 100, '符合 ISO 9001 标准')])])).toEqual(['符合 ISO 9001 标准']);
});

test('a letter-spaced title has no spaces', () => {
  expect(lines([drawnPage([setLine(200, 100, '关于测试的函', { size: 22, spread: 0.8 })])])).toEqual([
    '关于测试的函',
  ]);
});

test('indents and short lines separate paragraphs; signature lines stay alone', () => {
  const glyphs = [
    ...runningText(100, 2),
    setLine(80, 156, '的。'),
    setLine(112, 184, fullLine.slice(0, 25)),
    setLine(80, 212, '的。'),
    setLine(400, 268, '云溪市水务局'),
    setLine(384, 296, '2031年6月18日'),
  ];
  expect(lines([drawnPage(glyphs)])).toEqual([
    `${fullLine}${fullLine}的。`,
    `${fullLine.slice(0, 25)}的。`,
    '云溪市水务局',
    '2031年6月18日',
  ]);
});

it('joins a number, a URL and words across lines', () => {
  const start = fullLine.slice(0, 23);
  expect(
    lines([
      drawnPage([...runningText(100, 2), setLine(80, 156, `${start}，共12`), setLine(80, 184, '8所。')]),
    ]),
  ).toEqual([`${fullLine}${fullLine}${start}，共128所。`]);
  const url = `${fullLine.slice(0, 18)}https://a.invalid/`;
  expect(
    lines([drawnPage([...runningText(100, 2), setLine(80, 156, url), setLine(80, 184, 'path/x。')])]).join(
      '',
    ),
  ).toContain('https://a.invalid/path/x。');
});

test('a block that is indented as a whole is one paragraph', () => {
  const glyphs = [
    ...runningText(100, 3),
    setLine(112, 184, `1.${fullLine.slice(0, 24)}`),
    setLine(128, 212, fullLine.slice(0, 24)),
    setLine(128, 240, '项。'),
  ];
  expect(lines([drawnPage(glyphs)])).toEqual([
    fullLine.repeat(3),
    `1.${fullLine.slice(0, 24)}${fullLine.slice(0, 24)}项。`,
  ]);
});

test('bare numbers at the foot are page numbers if they count', () => {
  const pages = [1, 2, 3].map((number) =>
    drawnPage([...runningText(120), setLine(290, 790, String(number), { size: 14 })]),
  );
  expect(dropped(pages)).toEqual(['1', '2', '3']);
  expect(dropped([drawnPage([...runningText(120), setLine(290, 790, '7')])])).toEqual([]);
});

test('a line in the same place on every page is a running head', () => {
  const pages = [1, 2].map((number) =>
    drawnPage([setLine(380, 50, `云溪市水务局 第${number}期`, { size: 9 }), ...runningText(120)]),
  );
  expect(dropped(pages)).toEqual(['云溪市水务局 第1期', '云溪市水务局 第2期']);
});

test('a line on a minority of pages is not a running head', () => {
  const pages = [1, 2, 3, 4, 5].map((number) =>
    drawnPage([
      ...(number < 3 ? [setLine(380, 50, '云溪市水务局（虚构）', { size: 9 })] : []),
      ...runningText(120),
    ]),
  );
  expect(dropped(pages)).toEqual([]);
});

test('a numbered paragraph in bold type is no heading when it is long', () => {
  const numbered = (length: number) =>
    drawnPage([
      ...runningText(100, 9),
      ...(`一、${fullLine.repeat(4)}`.slice(0, length).match(/.{1,27}/gu) ?? []).map((text, row) =>
        setLine(80, 380 + row * 28, text, { font: 'SimHei' }),
      ),
    ]);
  const headings = (page: DrawnPage) => toPageText([page]).marks.map(({ kind }) => kind.type);
  expect(headings(numbered(80))).toEqual(['heading']);
  expect(headings(numbered(81))).toEqual([]);
});

it('recognises a heading by its font, not by its numeral alone', () => {
  const glyphs = [
    ...runningText(100),
    setLine(112, 268, '一、基本情况', { font: 'SimHei' }),
    ...runningText(296),
    setLine(112, 464, '二、下一步打算'),
    ...runningText(492),
  ];
  const { decoded, marks } = toPageText([drawnPage(glyphs)]);
  expect(marks.map(({ at, length, kind }) => [kind, decoded.slice(at, at + length)])).toEqual([
    [{ type: 'heading', depth: 2 }, '一、基本情况'],
  ]);
});

it('keeps the same character twice where OCR put both in one place', () => {
  const twice = [...setLine(80, 100, '资金2'), ...setLine(113, 100, '284')];
  expect(lines([drawnPage([twice])])).toEqual(['资金284']);
  const read = twice.map((glyph) => ({ ...glyph, confidence: 90 }));
  expect(lines([drawnPage([read])])).toEqual(['资金2284']);
});

it('reports ink that was not read, with its page and place', () => {
  const pages = [drawnPage(runningText(100, 2)), drawnPage(runningText(100, 2))];
  const missed = [{ x: 72, y: 144, width: 216, height: 14.4 }];
  const { messages } = toPageText([pages[0] ?? drawnPage([]), { ...(pages[1] ?? drawnPage([])), missed }]);
  expect(messages).toEqual([
    expect.objectContaining({
      ...{ level: 'warning', rule: 'missed-ink', line: 1 },
      text: expect.stringMatching(
        /^第 2 页距上边约 51 毫米、距左边约 25 毫米（76×5 毫米）有像文字的墨迹/u,
      ) as string,
    }),
  ]);
});

it('says where each page begins, in the middle of a paragraph, in a table and where there is no text', () => {
  const table = (top: number) =>
    drawnPage(
      [0, 1, 2].flatMap((row) => [
        setLine(85, top + 20 + row * 30, '县区'),
        setLine(305, top + 20 + row * 30, '学校'),
      ]),
      ruledGrid([80, 300, 512], top, 3),
    );
  const { decoded, starts } = toPageText([
    drawnPage([...runningText(100, 2)]),
    drawnPage([...runningText(100, 1), setLine(80, 128, '续完。')]),
    drawnPage([]),
    table(100),
    table(60),
  ]);
  const [first, table1] = [fullLine.repeat(3), '县区\t学校\n'.repeat(3)];
  expect(decoded).toBe(`${first}续完。\n${table1.repeat(2)}`);
  const after = first.length + '续完。\n'.length;
  expect(starts).toEqual([0, fullLine.length * 2, after, after, after + table1.length]);
});

it('reports characters below a confidence of 70', () => {
  const glyphs = setLine(80, 100, '虚构文稿').map((glyph, index) => ({
    ...glyph,
    confidence: [99, 70, 69, 40][index] ?? 0,
  }));
  expect(toPageText([drawnPage([glyphs])]).messages).toEqual([
    expect.objectContaining({
      rule: 'ocr-unsure',
      line: 1,
      column: 3,
      text: expect.stringContaining('“文稿”') as string,
    }),
  ]);
});

test('a change of the font size starts a paragraph', () => {
  const smaller = [0, 1].map((row) => setLine(80, 184 + row * 28, fullLine, { size: 14, spread: 1 / 7 }));
  expect(lines([drawnPage([...runningText(100, 3), ...smaller])])).toHaveLength(2);
});

it('loses and adds no character, wherever it is drawn', () => {
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
        // A raised digit is published as ³.
        const sorted = (text: string) =>
          Array.from(text.normalize('NFKD').replaceAll(/\s/g, '')).sort().join('');
        const truth = apart.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
        const { decoded, marks } = toPageText(apart);
        expect(sorted(decoded)).toBe(sorted(truth));
        for (const { at, length } of marks) expect(at + length).toBeLessThanOrEqual(decoded.length);
      },
    ),
  );
});
