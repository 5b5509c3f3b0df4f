import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { programOrSkip, runProgram } from '../programs.fixture.ts';
import { packBytes } from './pack-file.ts';

/** The two examples of GB/T 32905, appendix A. */
const standard = [
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
];

test.each(standard)('the SM3 of %s is that of the standard', (text, sm3) => {
  expect(packBytes('a.txt', Buffer.from(text)).hashes.sm3).toBe(sm3);
});

const openssl = programOrSkip('openssl');
describe.runIf(openssl)('OpenSSL', () => {
  test.each(['sm3', 'sha256'] as const)('gives the same %s', (algorithm) => {
    const text = '虚构的答复。'.repeat(333);
    const { output } = runProgram(openssl ?? '', ['dgst', `-${algorithm}`, '-r'], { input: text });
    expect(output.split(' ')[0]).toBe(packBytes('a.txt', Buffer.from(text)).hashes[algorithm]);
  });
});

test('text is compressed, what is compressed already or would grow is stored', () => {
  const text = Buffer.from('虚构的答复。'.repeat(333));
  const noise = createHash('sha512').update('noise').digest();
  expect(packBytes('a.html', text).entry.method).toBe('deflated');
  expect(packBytes('a.PDF', text).entry.method).toBe('stored');
  expect(packBytes('a.html', noise).entry).toMatchObject({ method: 'stored', packed: 64, size: 64 });
  expect(packBytes('empty.html', Buffer.alloc(0)).entry).toMatchObject({ method: 'stored', packed: 0 });
});

test('a file of several pieces is one stream', () => {
  const bytes = Buffer.alloc((1 << 21) + 7, '虚构的数据');
  const { parts, entry } = packBytes('a.csv', bytes);
  const packed = Buffer.concat(parts.slice(1));
  expect(packed.length).toBe(entry.packed);
  expect(inflateRawSync(packed).equals(bytes)).toBe(true);
});
