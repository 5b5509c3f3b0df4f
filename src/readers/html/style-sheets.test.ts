import { expect, test } from 'vitest';
import type { Reading } from '../reading.ts';
import { readHtml } from './html.ts';

const opening = '<p>林若水委员：</p><p>您提出的建议收悉，现答复如下。（虚构）</p>';

/** Reads a letter whose page has a style sheet. */
function read(html: string, sheet: string): Reading {
  const page = `<style>${sheet}</style><div id="zoom">${opening}<p>${html}</p></div>`;
  return readHtml(new TextEncoder().encode(page));
}

const lastLine = ({ decoded }: Reading) => decoded.split('\n').at(-1);
const codes = ({ messages }: Reading) => messages.map(({ rule }) => rule);

test.each([
  ['span.x , .q{ text-decoration: line-through; }', 'struck-text'],
  ['/* a */ @media print{.x{color:red}} .x{text-decoration-line:line-through}', 'struck-text'],
  ['.x{display:none !important}', 'hidden-text'],
  ['SPAN.x{font-size:0}', 'hidden-text'],
  ['.x{opacity:0}', 'hidden-text'],
  ['.x{position:absolute;left:-9999px}', 'hidden-text'],
])('text of a class with %s is left out and reported', (sheet, code) => {
  const reading = read('改造<span class="a x">46.5</span>38.2公里', sheet);
  expect(lastLine(reading)).toBe('改造38.2公里');
  expect(codes(reading)).toEqual([code]);
});

test('a class raises digits', () => {
  expect(lastLine(read('投资10<b class="x">4</b>万元', '.x{vertical-align:4px}'))).toBe('投资10⁴万元');
});

test.each([
  ['@media print{.x{display:none}}'],
  ['.x:hover{display:none}'],
  ['div .y{display:none}'],
  ['.x{display:none;display:inline}'],
  ['.x{display:none} .x{display:inline}'],
])('%s hides nothing', (sheet) => {
  expect(lastLine(read('改造<span class="x">46.5</span>公里', sheet))).toBe('改造46.5公里');
});

test('an element’s own style counts more than a style sheet', () => {
  const reading = read('改造<span class="x" style="display:inline">46.5</span>公里', '.x{display:none}');
  expect(lastLine(reading)).toBe('改造46.5公里');
});

test('white text is kept and reported, unless it has a background', () => {
  const sheet = '.x{color:#FFF}.bar{background:#c00}';
  expect(codes(read('改造<span class="x">46.5</span>公里', sheet))).toEqual(['faint-text']);
  expect(codes(read('改造<span class="bar"><i class="x">46.5</i></span>公里', sheet))).toEqual([]);
});
