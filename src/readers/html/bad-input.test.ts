import { expect, it, test, vi } from 'vitest';
import { ReadError } from '../reading.ts';
import { readHtml } from './html.ts';

const page = (html: string): Uint8Array => new TextEncoder().encode(html);

/** The code of the error that reading ends in. */
function codeOf(bytes: Uint8Array): string {
  try {
    readHtml(bytes);
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'read';
}

it.each([
  ['an empty page', '', 'no-text'],
  [
    'a page that a script fills',
    '<html><body><div id="zoom"></div><script>load()</script></body></html>',
    'no-text',
  ],
  ['a frameset', '<frameset cols="20%,80%"><frame src="a.html"></frameset>', 'framed-letter'],
  ['100 000 nested <div>', '<div>'.repeat(100_000), 'too-deep'],
  ['100 000 nested <b>', '<b>'.repeat(100_000), 'too-deep'],
  ['100 000 nested tables', '<table><tr><td>'.repeat(100_000), 'too-deep'],
  [
    'formatting that multiplies',
    `<p>${Array.from({ length: 300 }, (_, id) => `<b id="${id}">`).join('')}x</p>${'<p>x</p>'.repeat(5000)}`,
    'too-large',
  ],
  ['600 000 elements', '<br>'.repeat(600_000), 'too-large'],
])('refuses %s', (_, html, code) => {
  expect(codeOf(page(html))).toBe(code);
});

it('reads 500 levels, as deep as browsers go', () => {
  expect(readHtml(page(`${'<div>'.repeat(500)}您好，来信收悉。`)).decoded).toBe('您好，来信收悉。');
});

it('refuses bytes that no encoding fits', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => 0x80 + ((index * 7919) % 127));
  expect(codeOf(Buffer.concat([page('<html><meta charset="utf-8"><body>'), noise]))).toBe('undecodable');
});

test('replaces and reports one broken character', () => {
  const bytes = Buffer.concat([
    page(`<html><meta charset="utf-8"><body><p>${'您提出的建议收悉，现答复如下。'.repeat(20)}`),
    Buffer.from([0xe4, 0xba]),
    page('</p></body>'),
  ]);
  const reading = readHtml(bytes);
  expect(reading.messages.map(({ rule }) => rule)).toContain('undecodable-bytes');
  expect(reading.decoded).toContain('\uFFFD');
});

it('reads a page that declares GB2312 but is UTF-8', () => {
  const reading = readHtml(page('<meta charset="gb2312"><p>您提出的建议收悉，现答复如下。</p>'));
  expect(reading).toMatchObject({ encoding: 'utf-8', decoded: '您提出的建议收悉，现答复如下。' });
});

test('setting the clock forward while a page is read does not make it too slow', () => {
  const clock = vi.spyOn(Date, 'now');
  let now = 0;
  clock.mockImplementation(() => (now += 24 * 60 * 60 * 1000));
  try {
    expect(codeOf(page('<p>李青代表：</p><p>您提出的建议收悉，现答复如下（虚构）。</p>'))).toBe('read');
  } finally {
    clock.mockRestore();
  }
});
