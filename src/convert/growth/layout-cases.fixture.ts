import { toPageText } from '../../readers/layout/page-text.ts';
import type { Glyph, DrawnPage, RulingLine } from '../../readers/layout/drawn-page.ts';
import type { GrowthCase } from './growth-case.fixture.ts';

const [width, height, size] = [595, 842, 10];

function glyph(x: number, y: number, more: Partial<Glyph> = {}): Glyph {
  return { text: '甲', x, y, width: size, size, angle: 0, font: 'FangSong', bold: false, ...more };
}

const perLine = 40;

/** Arrangements of characters on a page. */
const glyphs: Record<string, (index: number, count: number) => Glyph> = {
  'running text': (index) =>
    glyph(80 + (index % perLine) * size, 80 + Math.floor(index / perLine) * 1.5 * size),
  'one line': (index, count) => glyph((index * (width - size)) / count, 100, { width: 0.1 }),
  'one column': (index, count) => glyph(100, 20 + (index * (height - 40)) / count),
  'one place': () => glyph(100, 100),
  'two columns': (index, count) => glyph(index % 2 === 0 ? 60 : 360, 20 + (index * (height - 40)) / count),
  'aligned columns': (index, count) =>
    glyph(60 + (index % 5) * 100, 20 + (Math.floor(index / 5) * (height - 40)) / (count / 5), { text: '1' }),
  'a staircase': (index, count) =>
    glyph((index * (width - size)) / count, 20 + (index * (height - 40)) / count),
  'turned characters': (index) =>
    glyph(80 + (index % perLine) * size, 80 + Math.floor(index / perLine) * 2, { angle: 90 }),
  'tiny characters': (index) => glyph((index % 500) * 1, 20 + Math.floor(index / 500), { size: 1, width: 1 }),
  'overlapping lines': (index) =>
    glyph(80 + (index % perLine) * size, 100 + Math.floor(index / perLine) * 0.5),
  'sizes of their own': (index) =>
    glyph(80 + (index % perLine) * size, 80 + Math.floor(index / perLine) * 12, { size: 5 + (index % 20) }),
  'tagged blocks': (index) =>
    glyph(80 + (index % perLine) * size, 80 + Math.floor(index / perLine) * 12, {
      tag: { role: index % 2 === 0 ? 'P' : 'H1' },
    }),
  'page numbers': (index, count) =>
    glyph(300, 20 + (index * (height - 40)) / count, { text: String(index % 10) }),
  'doubtful characters': (index) =>
    glyph(80 + (index % perLine) * size, 80 + Math.floor(index / perLine) * 12, { confidence: 10 }),
};

/** Arrangements of ruling lines. */
const rules: Record<string, (index: number, count: number) => RulingLine> = {
  'a grid': (index, count) =>
    index % 2 === 0
      ? { x1: 60, x2: 535, y1: 60 + (index * 700) / count, y2: 60 + (index * 700) / count }
      : { x1: 60 + (index * 475) / count, x2: 60 + (index * 475) / count, y1: 60, y2: 760 },
  'lines across': (index, count) => ({
    x1: 60,
    x2: 535,
    y1: 60 + (index * 700) / count,
    y2: 60 + (index * 700) / count,
  }),
  dashes: (index, count) => ({
    x1: (index * 500) / count,
    x2: (index * 500) / count + 0.4,
    y1: 300,
    y2: 300,
  }),
  'one rule': () => ({ x1: 60, x2: 535, y1: 300, y2: 300 }),
  frames: (index, count) =>
    index % 2 === 0
      ? {
          x1: 60 + (index * 200) / count,
          x2: 535 - (index * 200) / count,
          y1: 60 + (index * 300) / count,
          y2: 60 + (index * 300) / count,
        }
      : {
          x1: 60 + (index * 200) / count,
          x2: 60 + (index * 200) / count,
          y1: 60 + (index * 300) / count,
          y2: 760 - (index * 300) / count,
        },
};

function layoutCase(name: string, pages: (size: number) => DrawnPage[]): GrowthCase {
  return {
    name: `${name} of drawn pages`,
    prepare: (count) => {
      const drawn = pages(count);
      return () => Promise.resolve().then(() => toPageText(drawn));
    },
  };
}

function pageOf(own: Partial<DrawnPage>): DrawnPage {
  return { width, height, glyphs: [], rulingLines: [], figures: [], ...own };
}

const listOf = <T>(count: number, make: (index: number, count: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index, count));

/** Drawn pages with many characters, ruling lines or pictures, and many pages. */
export const layoutCases: GrowthCase[] = [
  ...Object.entries(glyphs).map(([what, one]) =>
    layoutCase(what, (count) => [pageOf({ glyphs: listOf(count, one) })]),
  ),
  ...Object.entries(rules).map(([what, one]) =>
    layoutCase(what, (count) => [
      pageOf({
        rulingLines: listOf(Math.ceil(count / 4), one),
        glyphs: listOf(count, (index) => glyph(60 + (index % 45) * size, 65 + Math.floor(index / 45) * 3)),
      }),
    ]),
  ),
  layoutCase('pictures', (count) => [
    pageOf({
      figures: listOf(count, (index) => ({
        name: `${index}.png`,
        x: 60,
        y: index % height,
        width: 9,
        height: 9,
      })),
      glyphs: listOf(count, (index) =>
        glyph(80 + (index % perLine) * size, 80 + Math.floor(index / perLine) * 12),
      ),
    }),
  ]),
  layoutCase('many pages', (count) =>
    listOf(Math.ceil(count / 20), () =>
      pageOf({ glyphs: listOf(20, (index) => glyph(80 + index * size, 80)) }),
    ),
  ),
  layoutCase('headers and footers', (count) =>
    listOf(Math.ceil(count / 8), (number) =>
      pageOf({
        glyphs: [
          ...listOf(4, (index) => glyph(80 + index * size, 30)),
          ...listOf(4, (index) => glyph(280 + index * size, 820, { text: String(number % 10) })),
        ],
      }),
    ),
  ),
];
