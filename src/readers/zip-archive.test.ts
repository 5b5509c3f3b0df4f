import { strToU8, zipSync } from 'fflate';
import { expect, it, test } from 'vitest';
import { ReadError } from './reading.ts';
import { openZip } from './zip-archive.ts';

const letter = strToU8('云溪市水务局（虚构）'.repeat(100));

/** The length of an entry, or the code of the error that reading it ends in. */
function outcome(bytes: Uint8Array, name: string): number | string | undefined {
  try {
    return openZip(bytes).read(name)?.length;
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

it('reads stored and deflated entries, and nothing else', () => {
  const bytes = zipSync({ 'a/b.xml': letter, c: [letter, { level: 0 }], 'empty/': new Uint8Array() });
  expect(openZip(bytes).names).toEqual(['a/b.xml', 'c']);
  expect(['a/b.xml', 'c', 'd'].map((name) => outcome(bytes, name))).toEqual([
    letter.length,
    letter.length,
    undefined,
  ]);
});

test('a file cut anywhere is reported as truncated, never half read', () => {
  const bytes = zipSync({ a: letter, b: letter });
  for (let length = 0; length < bytes.length; length += 7)
    expect(outcome(bytes.subarray(0, length), 'a')).toBe('truncated');
});

it('refuses data with a changed byte', () => {
  const bytes = zipSync({ a: letter });
  for (let at = 31; at < 31 + 40; at += 3) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(['damaged', 'zip-bomb', letter.length]).toContain(outcome(changed, 'a'));
    if (outcome(changed, 'a') === letter.length)
      expect(openZip(changed).read('a')).toEqual(openZip(bytes).read('a'));
  }
});

/** The archive with other sizes of its only entry in the directory. */
function withSizes(archive: Uint8Array, packed: number, unpacked: number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const record = directoryOf(bytes);
  view.setUint32(record + 20, packed, true);
  view.setUint32(record + 24, unpacked, true);
  return bytes;
}

function packedSize(archive: Uint8Array): number {
  return new DataView(archive.buffer).getUint32(directoryOf(archive) + 20, true);
}

/** Where the directory of an archive without a comment begins. */
function directoryOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
}

it('refuses a bomb by its size, ratio or forged headers', () => {
  const zeros = zipSync({ a: new Uint8Array(8 << 20) });
  expect(outcome(zeros, 'a')).toBe('zip-bomb');
  expect(outcome(withSizes(zeros, packedSize(zeros), 1000), 'a')).toBe('zip-bomb');
  // Beyond the bounds an entry is not even looked for; within them it turns out to be cut short.
  const bytes = zipSync({ a: letter });
  expect(outcome(withSizes(bytes, 1 << 20, 64 << 20), 'a')).toBe('truncated');
  expect(outcome(withSizes(bytes, 1 << 20, (64 << 20) + 1), 'a')).toBe('zip-bomb');
  expect(outcome(withSizes(bytes, 20_000, 4 << 20), 'a')).toBe('truncated');
  expect(outcome(withSizes(bytes, 20_000, (4 << 20) + 1), 'a')).toBe('zip-bomb');
});

it('bounds the total size of all entries', () => {
  const archive = zipSync({ p00: new Uint8Array(4 << 20) });
  const start = directoryOf(archive);
  // Entries of different names that share their data: 256 MB and 4 MB more.
  const names = Array.from({ length: 65 }, (_, index) => `p${String(index).padStart(2, '0')}`);
  const record = Buffer.from(archive.subarray(start, -22));
  const records = names.map((name) => {
    const copy = Buffer.from(record);
    copy.write(name, 46);
    return copy;
  });
  const end = Buffer.from(archive.subarray(-22));
  end.writeUInt16LE(names.length, 10);
  const zip = openZip(Buffer.concat([archive.subarray(0, start), ...records, end]));
  for (const name of names.slice(0, 64)) expect(zip.read(name)).toHaveLength(4 << 20);
  expect(() => zip.read('p00')).not.toThrow();
  expect(() => zip.read('p64')).toThrow(expect.objectContaining({ code: 'zip-bomb' }));
});

it('refuses an archive of more than 10,000 entries', () => {
  const bytes = zipSync({ a: letter });
  const view = new DataView(bytes.buffer);
  view.setUint16(bytes.length - 12, 10_000, true);
  expect(outcome(bytes, 'a')).toBe('truncated');
  view.setUint16(bytes.length - 12, 10_001, true);
  expect(outcome(bytes, 'a')).toBe('zip-bomb');
});

it('reports an encrypted entry', () => {
  const bytes = zipSync({ a: letter });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) bytes[at + 8] = 1;
  expect(outcome(bytes, 'a')).toBe('encrypted');
});
