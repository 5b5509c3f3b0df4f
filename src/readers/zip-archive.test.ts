import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ReadError } from './reading.ts';
import { openZip } from './zip-archive.ts';

const letter = strToU8('云溪市水务局（虚构）'.repeat(100));

/** What reading an entry gives: its length, or the rule of the error. */
function outcome(bytes: Uint8Array, name: string): number | string | undefined {
  try {
    return openZip(bytes).read(name)?.length;
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

test('reads stored and deflated entries, and entries only', () => {
  const bytes = zipSync({ 'a/b.xml': letter, c: [letter, { level: 0 }], 'empty/': new Uint8Array() });
  expect(openZip(bytes).names).toEqual(['a/b.xml', 'c']);
  expect(['a/b.xml', 'c', 'd'].map((name) => outcome(bytes, name))).toEqual([
    letter.length,
    letter.length,
    undefined,
  ]);
});

test('a file cut anywhere is truncated, never half read', () => {
  const bytes = zipSync({ a: letter, b: letter });
  for (let length = 0; length < bytes.length; length += 7)
    expect(outcome(bytes.subarray(0, length), 'a')).toBe('truncated');
});

test('a changed byte in the data does not pass', () => {
  const bytes = zipSync({ a: letter });
  for (let at = 31; at < 31 + 40; at += 3) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(['damaged', 'zip-bomb', letter.length]).toContain(outcome(changed, 'a'));
    if (outcome(changed, 'a') === letter.length)
      expect(openZip(changed).read('a')).toEqual(openZip(bytes).read('a'));
  }
});

test('a bomb is recognised by its size, its ratio and its lies', () => {
  const zeros = new Uint8Array(65 << 20);
  expect(outcome(zipSync({ a: zeros }), 'a')).toBe('zip-bomb');
  expect(outcome(zipSync({ a: zeros.subarray(0, 8 << 20) }), 'a')).toBe('zip-bomb');
  const lying = zipSync({ a: zeros.subarray(0, 8 << 20) });
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 4; at += 1)
    if (view.getUint32(at, true) === 8 << 20) view.setUint32(at, 1000, true);
  expect(outcome(lying, 'a')).toBe('zip-bomb');
});

test('what many entries unpack to together is bounded', () => {
  const part = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index * 2654435761) >>> 13);
  const names = Array.from({ length: 300 }, (_, index) => `p${index}`);
  const bytes = zipSync(Object.fromEntries(names.map((name) => [name, [part, { level: 0 }] as const])));
  const zip = openZip(bytes);
  expect(() => names.map((name) => zip.read(name))).toThrow(ReadError);
});

test('an encrypted entry is said to be one', () => {
  const bytes = zipSync({ a: letter });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) bytes[at + 8] = 1;
  expect(outcome(bytes, 'a')).toBe('encrypted');
});
