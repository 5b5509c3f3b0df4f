import { expect, it, test, vi } from 'vitest';
import { textLimits } from './text-limits.ts';
import { readReceivedFile } from './received-file.ts';
import { largestSize, refuseLarge } from './size-bound.ts';

const megabyte = 1_048_576;
const heads: [name: string, head: Uint8Array, bytes: number, stated: string][] = [
  ['text', Buffer.from('云溪市交通运输局（虚构）'), 1_200_000, '纯文本的上限 1.1 MB'],
  ['HTML', Buffer.from('<!DOCTYPE html><p>虚构'), 32 * megabyte, '网页的上限 32 MB'],
  ['ZIP', Buffer.from('PK\x03\x04', 'latin1'), 200 * megabyte, '上限 200 MB'],
  ['OLE2', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 100 * megabyte, '上限 100 MB'],
  ['RTF', Buffer.from('{\\rtf1'), 100 * megabyte, ' RTF 的上限 100 MB'],
  ['PDF', Buffer.from('%PDF-1.7'), 200 * megabyte, '上限 200 MB'],
  ['PNG', Buffer.from('\x89PNG\r\n', 'latin1'), 200 * megabyte, '图像的上限 200 MB'],
];

test.each(heads)('%s is accepted up to its largest size and not one byte more', (_, head, bytes, stated) => {
  expect(largestSize(head)).toBe(bytes);
  expect(() => {
    refuseLarge(head, bytes);
  }).not.toThrow();
  expect(() => {
    refuseLarge(head, bytes + 1);
  }).toThrow(
    expect.objectContaining({ code: 'too-large', message: expect.stringContaining(stated) as string }),
  );
});

test('a format without a reader is refused by name, not by size', () => {
  const photo = Buffer.from('\0\0\0\x18ftypheic');
  expect(largestSize(photo)).toBe(0);
  expect(() => {
    refuseLarge(photo, 10 ** 12);
  }).not.toThrow();
});

test.each(['utf-8', 'utf-16le', 'gb18030'])('the longest text of a letter fits in %s', (encoding) => {
  // The most bytes per code unit: a Han character, one outside the basic plane, one of four bytes in GB
  // 18030.
  const bytes = { 'utf-8': [0xe5, 0x87, 0xbd], 'utf-16le': [0xfd, 0x51], gb18030: [0x81, 0x30, 0x81, 0x30] }[
    encoding
  ];
  const mark = encoding === 'gb18030' ? 1 : 0;
  const text = Buffer.concat([
    Buffer.from(mark > 0 ? [0x84, 0x31, 0x95, 0x33] : []),
    Buffer.alloc((textLimits.text - mark) * (bytes?.length ?? 0), Uint8Array.from(bytes ?? [])),
  ]);
  expect(new TextDecoder(encoding, { ignoreBOM: true }).decode(text)).toHaveLength(textLimits.text);
  expect(text.length).toBeLessThanOrEqual(largestSize(Buffer.from('函')));
});

it('refuses a text that is too large before decoding any of it', async () => {
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  try {
    const bytes = Buffer.alloc(4 * textLimits.text + 1, '函');
    await expect(readReceivedFile(bytes)).rejects.toMatchObject({ code: 'too-large' });
    expect(decode).not.toHaveBeenCalled();
  } finally {
    decode.mockRestore();
  }
});

it('refuses a page that is too large before parsing it', async () => {
  const bytes = Buffer.alloc((32 << 20) + 1, '<p>虚构');
  await expect(readReceivedFile(bytes)).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringContaining('网页的上限 32 MB') as string,
  });
});
