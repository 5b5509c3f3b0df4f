import { expect, test } from 'vitest';
import { nestHeadings } from './nested-headings.ts';

const heading = (depth: number, text: string) => ({ depth, text, slug: text });

test('（一） is nested in its 一、; deeper levels are omitted', () => {
  const sections = nestHeadings([
    heading(2, '一、'),
    heading(3, '（一）'),
    heading(4, '1.'),
    heading(3, '（二）'),
    heading(2, '二、'),
  ]);
  expect(sections.map(({ heading: { text }, inner }) => [text, inner.map((h) => h.text)])).toEqual([
    ['一、', ['（一）', '（二）']],
    ['二、', []],
  ]);
});

test('in a letter with （一） only, these are the first level', () => {
  expect(nestHeadings([heading(3, '（一）'), heading(3, '（二）')])).toHaveLength(2);
  expect(nestHeadings([])).toEqual([]);
});
