import { describe, expect, test } from 'vitest';
import { drawnPage, fullLine, setLine } from './drawn-page.fixture.ts';
import type { DrawnPage, Glyph } from './drawn-page.ts';
import { toPageText } from './page-text.ts';

let runs = 0;
/** Glyphs that one operator shows. */
function shown(glyphs: readonly Glyph[], faint = false): Glyph[] {
  runs += 1;
  return glyphs.map((glyph) => ({ ...glyph, run: runs, ...(faint && { faint: true as const }) }));
}

const mark = (x: number, y: number, faint = true) =>
  shown(setLine(x, y, '虚构人2024-06-13', { size: 11 }), faint);
const lines = Array.from('甲乙丙丁戊己', (first, row) => setLine(80, 100 + row * 28, `${first}${fullLine}`));
const text = () => lines.map((line) => shown(line));

function read(...pages: DrawnPage[]) {
  const { decoded, marks, messages } = toPageText(pages);
  const dropped = marks.filter(({ kind }) => kind.type === 'dropped');
  const kept = dropped.reduceRight(
    (all, { at, length }) => all.slice(0, at) + all.slice(at + length),
    decoded,
  );
  return { kept: kept.trim(), told: messages.map(({ rule }) => rule) };
}

const plain = read(drawnPage(text())).kept;

describe('a watermark', () => {
  test.each([
    ['faint, over the text and beside it', [mark(80, 128), mark(300, 300), mark(80, 600)]],
    ['black, repeated over the page', [mark(90, 130, false), mark(260, 158, false), mark(80, 600, false)]],
    ['turned by eight degrees', [mark(80, 128).map((glyph) => ({ ...glyph, angle: 8 }))]],
  ])('that is %s is set apart and told', (_, marks) => {
    expect(read(drawnPage([...marks, ...text()]))).toEqual({ kept: plain, told: ['overlaid-text'] });
  });

  test('in the same place on every page is set apart', () => {
    const page = (first: string) =>
      drawnPage([shown(setLine(80, 128, `${first}${fullLine}`)), mark(90, 130, false)]);
    const { kept, told } = read(page('甲'), page('乙'));
    expect(kept).not.toContain('虚构人');
    expect(told).toEqual(['overlaid-text', 'overlaid-text']);
  });
});

describe('no watermark', () => {
  test('is a word that is repeated in a column, which a watermark crosses', () => {
    const column = [400, 428, 456].map((y) => shown(setLine(300, y, '合格')));
    const { kept } = read(drawnPage([...text(), ...column, mark(290, 428), mark(80, 600)]));
    expect(kept.match(/合格/gu)).toHaveLength(3);
  });

  test('is light text that neither crosses another nor is repeated', () => {
    const note = shown(setLine(80, 700, '虚构的附注，用浅色印在文末'), true);
    expect(read(drawnPage([...text(), note]))).toMatchObject({ told: [] });
    expect(read(drawnPage([...text(), note])).kept).toContain('虚构的附注');
  });

  test('is the text of a page that is light throughout', () => {
    const light = lines.map((line) => shown(line, true));
    expect(read(drawnPage(light))).toEqual({ kept: plain, told: [] });
  });

  test('is a character that is drawn twice to look bold', () => {
    const bold = text().flatMap((line) => [
      line,
      shown(line.map((glyph) => ({ ...glyph, x: glyph.x + 0.3 }))),
    ]);
    expect(read(drawnPage(bold))).toEqual({ kept: plain, told: [] });
  });
});

test('raised and lowered digits of a line are written as such', () => {
  const small = (x: number, y: number) => setLine(x, y, '4', { size: 9 });
  const line = [...setLine(80, 200, '增长10'), ...small(128, 194), ...setLine(134, 200, '倍')];
  expect(read(drawnPage([line])).kept).toBe('增长10⁴倍');
  const low = [...setLine(80, 200, 'CO'), ...small(96, 203), ...setLine(102, 200, '排放')];
  expect(read(drawnPage([low])).kept).toBe('CO₄排放');
});

test('text with a line through it is left out and told; an underline is none', () => {
  const line = setLine(80, 200, '改造四六三八公里');
  const through = { x1: 176, x2: 208, y1: 194, y2: 194 };
  expect(read(drawnPage([line], [through]))).toEqual({ kept: '改造四六三八', told: ['struck-text'] });
  const under = { ...through, y1: 202, y2: 202 };
  expect(read(drawnPage([line], [under]))).toEqual({ kept: '改造四六三八公里', told: [] });
});
