import { expect, test } from 'vitest';
import { renderPage } from './rendered-page.ts';

function page(markdown: string): string {
  return renderPage(markdown).html;
}

test('emphasis beside Chinese punctuation is emphasis', () => {
  expect(page('**（一）加强领导。**各单位')).toBe('<p id="p1"><strong>（一）加强领导。</strong>各单位</p>');
});

test('punctuation stays as it is written', () => {
  expect(page('"双创"--A...')).toContain('"双创"--A...');
});

test.each([
  ['a script', '<script>alert(1)</script>', /script|alert/],
  ['a handler', '<p onclick="alert(1)">文</p>', /onclick|alert/],
  ['a script address', '[文](javascript:alert(1))', /javascript/],
  ['a frame', '<iframe src="https://example.org/"></iframe>', /iframe|example/],
  ['an image of another host', '![图](https://example.org/a.png)', /img|example/],
  ['an image of another host without a scheme', '<img src="//example.org/a.png">', /img|example/],
  ['an image of another host after white space', '<img src=" /\\\\example.org/a.png">', /img|example/],
  ['a script after a control character', '<a href="\u0001javascript:x()">文</a>', /href|javascript/],
  ['a form', '<form action="https://example.org/"><input name="a"></form>', /form|input|example/],
  ['a style', '<p style="position:fixed">文</p><style>p{}</style>', /style|fixed/],
])('%s does not reach the page', (_, markdown, trace) => {
  expect(page(markdown)).not.toMatch(trace);
});

test('an image of another host leaves its description', () => {
  expect(page('![示意图](https://example.org/a.png)')).toContain('〔图：示意图〕');
});

test('an image of the edition is shown from where it lies, as it is', () => {
  expect(page('![图一](../../originals/2021/a/%E5%9B%BE.png)')).toBe(
    '<p><img src="../../originals/2021/a/%E5%9B%BE.png" alt="图一"></p>',
  );
});

test('ids of the letter do not take the place of the page’s own', () => {
  const html = page('<p id="p2">甲</p>\n\n乙');
  expect(html).toContain('<p id="p1">甲</p>');
  expect(html).toContain('<p id="p2">乙</p>');
});

test('the text of a heading does not become an id, wherever the heading is', () => {
  const html = page('## content\n\n<table><tr><td><h2>hacked</h2></td></tr></table>');
  expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['s1', 't1-1', 'h1']);
});

test('merged cells and footnotes keep working', () => {
  const html = page('<table><tr><td colspan="2">甲</td></tr></table>\n\n乙[^1]\n\n[^1]: 丙');
  expect(html).toMatch(/<td colspan="2">/i);
  const target = /href="#(user-content-fn-1)"/.exec(html)?.[1] ?? 'no link';
  expect(html).toContain(`id="${target}"`);
});

test('a link to another host is marked and sends it no referrer', () => {
  const external = 'rel="noopener noreferrer external"';
  expect(page('[文](https://example.org/)')).toContain(`href="https://example.org/" ${external}`);
  expect(page('<a href="//example.org/" rel="opener">文</a>')).toContain(external);
  expect(page('[文](../2020/a.html) [文](mailto:a@example.org)')).not.toContain('rel=');
});
