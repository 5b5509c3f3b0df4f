import { expect, it, test } from 'vitest';
import { openCompoundFile } from './compound-file.ts';
import { detectFormat } from './format.ts';

/** Writes a compound file of one table sector, one directory sector and one sector per stream. */
function writeCompound(streams: Record<string, string>): Buffer {
  const names = Object.keys(streams);
  const file = Buffer.alloc(512 * (3 + names.length));
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  const entry = (index: number, name: string, type: number, start: number, size: number): void => {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
    file.writeUInt8(type, at + 66);
    file.writeUInt32LE(start, at + 116);
    file.writeUInt32LE(size, at + 120);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  names.forEach((name, index) => {
    const content = streams[name] ?? '';
    entry(index + 1, name, 2, index + 2, content.length);
    file.writeUInt32LE(0xfffffffe, 512 + (index + 2) * 4);
    file.write(content, 512 * (index + 3), 'latin1');
  });
  return file;
}

it('reads names and streams', () => {
  const file = openCompoundFile(writeCompound({ WordDocument: 'abc', '1Table': 'de' }));
  expect([...(file?.names ?? [])]).toEqual(['Root Entry', 'WordDocument', '1Table']);
  expect(Buffer.from(file?.read('1Table') ?? []).toString()).toBe('de');
  expect(file?.read('Root Entry')).toBeUndefined();
});

test.each([
  [{ EncryptionInfo: '', EncryptedPackage: 'x' }, 'encrypted'],
  [{ Workbook: 'x' }, 'spreadsheet'],
  [{ 'PowerPoint Document': 'x' }, 'presentation'],
  [{ Contents: 'x' }, 'compound'],
  [{ WordDocument: 'x' }, 'doc'],
])('%o is %s', (streams, format) => {
  expect(detectFormat(writeCompound(streams))).toBe(format);
});

test('a chain of sectors that loops ends', () => {
  const file = writeCompound({ WordDocument: 'abc' });
  file.writeUInt32LE(2, 512 + 8);
  file.writeUInt32LE(1, 516);
  file.writeUInt32LE(0, 68);
  expect(openCompoundFile(file)?.read('WordDocument')?.length).toBe(3);
});

test('other bytes and a truncated file give undefined', () => {
  expect(openCompoundFile(Buffer.from('text'))).toBeUndefined();
  expect(openCompoundFile(writeCompound({ WordDocument: 'abc' }).subarray(0, 600))).toBeUndefined();
});

test('a stream as long as the cutoff is in sectors of its own', () => {
  const file = writeCompound({ WordDocument: 'abc' });
  file.writeUInt32LE(3, 56);
  expect(Buffer.from(openCompoundFile(file)?.read('WordDocument') ?? []).toString()).toBe('abc');
});
