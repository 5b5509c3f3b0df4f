import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formats } from './format.ts';
import { publishedName } from './published-name.ts';
import { mediaTypeOf, originalHeaders, originalPolicy, pdfPolicy } from './serving.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const page = '<!doctype html><script>alert(1)</script>';

/** A beginning of each format of the table, by one of its extensions. */
const beginnings: Record<string, string> = {
  pdf: '\n%PDF-1.7\n',
  docx: 'PK\x03\x04',
  doc: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  rtf: '{\\rtf1\\ansi',
  rar: 'Rar!\x1a\x07\0',
  '7z': '7z\xbc\xaf\x27\x1c',
  csv: '\xbb\xfa\xb9\xd8,1\r\n',
  png: '\x89PNG\r\n\x1a\n',
  jpg: '\xff\xd8\xff\xe0',
  gif: 'GIF89a',
  webp: 'RIFF\0\0\0\0WEBP',
  bmp: 'BM\x01\x02\x03\x04\0\0\0\0',
  tif: 'II*\0',
};

test('a file of each format keeps its name, whatever the case of its extension', () => {
  for (const [extension, head] of Object.entries(beginnings))
    for (const name of [`虚构.${extension}`, `2019.06.${extension.toUpperCase()}`])
      expect(publishedName(name, bytes(head))).toBe(name);
  expect(Object.keys(beginnings)).toHaveLength(formats.length);
});

test.each([
  ['a page', '答复.html', page],
  ['a page without an extension', '答复', page],
  ['a page under the name of a picture', '答复.png', page],
  ['a page under the name of a table', '答复.csv', `甲,乙\n${page}`],
  ['a page in UTF-16 under the name of a table', '答复.csv', `\xff\xfe${page.split('').join('\0')}\0`],
  ['a page before a PDF', '答复.pdf', `${page}%PDF-1.7`],
  ['a picture under the name of a PDF', '答复.pdf', beginnings.png ?? ''],
  ['a picture under the name of another picture', '答复.png', beginnings.jpg ?? ''],
  ['a picture under the name of a page', '答复.html', beginnings.png ?? ''],
  ['an SVG', 'seal.svg', '<svg onload="alert(1)"/>'],
  ['an SVG under the name of a picture', 'seal.png', '<svg onload="alert(1)"/>'],
  ['a trailing dot', '答复.png.', beginnings.png ?? ''],
  ['a trailing space', '答复.png ', beginnings.png ?? ''],
  ['a name that is all extension', '.png', beginnings.png ?? ''],
  ['a name of what every object has', 'a.constructor', beginnings.png ?? ''],
  ['a folder with the extension', 'a.png/b', beginnings.png ?? ''],
  ['a file of a web server', '.htaccess', 'AddType text/html .txt'],
  ['nothing', 'empty.pdf', ''],
])('%s is published as text', (_, name, content) => {
  expect(publishedName(name, bytes(content))).toBe(`${name}.txt`);
});

test.each([
  ['an office document under its old extension', '答复.doc', 'PK\x03\x04'],
  ['an encrypted office document', '表.xlsx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['a text in the Rich Text Format under the name of a document', '答复.doc', '{\\rtf1'],
])('%s keeps its name', (_, name, content) => {
  expect(publishedName(name, bytes(content))).toBe(name);
});

test('a text keeps its name, whatever is in it', () => {
  expect(publishedName('2019/a/答复.TXT', bytes(page))).toBe('2019/a/答复.TXT');
});

const anyName = fc.string({ minLength: 1 }).filter((name) => !name.endsWith('/'));

test('every name is published under one that has a media type of the table and is settled', () => {
  fc.assert(
    fc.property(anyName, fc.uint8Array(), (name, content) => {
      const published = publishedName(name, content);
      expect(mediaTypeOf(published)).not.toBe('application/octet-stream');
      expect(mediaTypeOf(published)).not.toMatch(/html|svg|xml$|script/);
      expect(publishedName(published, content)).toBe(published);
      expect(published.startsWith(name)).toBe(true);
    }),
  );
});

test('an original is served as what it is, without sniffing, and apart from the site', () => {
  expect(originalHeaders('答复.html.txt')).toEqual({
    'Content-Type': 'text/plain',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  expect(mediaTypeOf('edits.json')).toBe('application/json');
  expect(mediaTypeOf('A.DOCX')).toMatch(/wordprocessingml/);
  expect(mediaTypeOf('a.html')).toBe('application/octet-stream');
});

test('the settings for nginx have the same policies', () => {
  const settings = readFileSync('deploy/nginx/dafu.conf', 'utf8');
  for (const policy of [originalPolicy, pdfPolicy]) expect(settings).toContain(policy);
});

test('the policy of a PDF leaves room for the browser’s viewer', () => {
  const policy = originalHeaders('答复.pdf')['Content-Security-Policy'];
  expect(policy).not.toMatch(/sandbox|default-src|object-src/);
});
