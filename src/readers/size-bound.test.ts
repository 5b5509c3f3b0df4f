import { expect, test, vi } from 'vitest';
import { textLimits } from './text-limits.ts';
import { readReceivedFile } from './received-file.ts';
import { ReadError } from './reading.ts';
import { largestSize, refuseLarge } from './size-bound.ts';

const heads: [string, Uint8Array][] = [
  ['text', Buffer.from('云溪市交通运输局（虚构）')],
  ['HTML', Buffer.from('<!DOCTYPE html><p>虚构')],
  ['ZIP', Buffer.from('PK\x03\x04', 'latin1')],
  ['OLE2', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
  ['PDF', Buffer.from('%PDF-1.7')],
  ['PNG', Buffer.from('\x89PNG\r\n', 'latin1')],
];

test.each(heads)('%s has a largest size, which is accepted, and one byte more is not', (_, head) => {
  const most = largestSize(head);
  expect(most).toBeGreaterThan(0);
  expect(() => {
    refuseLarge(head, most);
  }).not.toThrow();
  expect(() => {
    refuseLarge(head, most + 1);
  }).toThrow(ReadError);
});

test.each(['utf-8', 'utf-16le', 'gb18030'])('a text as long as a letter may be fits in %s', (encoding) => {
  // What takes most bytes a code unit: a Han character, one outside of the basic plane, one of four bytes in GB 18030.
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

test('a text that is too large is refused before a byte of it is decoded', async () => {
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  try {
    const bytes = Buffer.alloc(4 * textLimits.text + 1, '函');
    await expect(readReceivedFile(bytes)).rejects.toMatchObject({ code: 'too-large' });
    expect(decode).not.toHaveBeenCalled();
  } finally {
    decode.mockRestore();
  }
});

test('a page that is too large is refused before it is parsed', async () => {
  const bytes = Buffer.alloc((32 << 20) + 1, '<p>虚构');
  await expect(readReceivedFile(bytes)).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringContaining('网页的上限 32 MB') as string,
  });
});
