import { expect, test } from 'vitest';
import type { OriginalFile } from './original-file.ts';
import { publishBody } from './published-body.ts';

const file = (name: string, published = name) => ({
  name,
  published: `2021/a/${published}`,
  sha256: '',
  bytes: 1,
});
const original: OriginalFile = {
  path: '2021/a/答复.html',
  published: '2021/a/答复.html.txt',
  name: '答复.html.txt',
  format: 'HTML',
  size: 1,
  withheld: false,
  attachments: [file('图&1.jfif', '图&1.jfif.txt'), file('b.png')],
};
const body = (html: string) => publishBody(html, 'replies/2021/a.html', original);

test.each([
  ['<img alt="b" src="../../originals/2021/a/b.png">', undefined],
  ['<p>src="../../originals/2021/a/答复.html"</p>', undefined],
  ['<a title="a>b" href="../../originals/2021/b/%E7%AD%94%E5%A4%8D.html">', undefined],
  ['<img src="../../originals/2021/a/%E0%A4%A.png">', undefined],
  [
    '<a title=">" href="../../originals/2021/a/%E7%AD%94%E5%A4%8D.html">',
    '<a title=">" href="../../originals/2021/a/%E7%AD%94%E5%A4%8D.html.txt">',
  ],
  [
    '<img src="../../originals/2021/a/图&#x26;1.jfif">',
    '<img src="../../originals/2021/a/%E5%9B%BE%261.jfif.txt">',
  ],
])('%s leads to the published file', (html, published = html) => {
  expect(body(html)).toBe(published);
});

test('a body without an original stays as it is', () => {
  const html = '<img src="../../originals/2021/a/x.svg">';
  expect(publishBody(html, 'replies/2021/a.html', undefined)).toBe(html);
});
