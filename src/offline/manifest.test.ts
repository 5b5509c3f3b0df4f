import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareHashes, formatManifest, parseManifest } from './manifest.ts';

const hash = (digit: string) => digit.repeat(64);

test('a manifest is sorted and reads like that of sha256sum', () => {
  const text = formatManifest(
    new Map([
      ['b/答 复.txt', hash('b')],
      ['a.html', hash('a')],
    ]),
  );
  expect(text).toBe(`${hash('a')}  a.html\n${hash('b')}  b/答 复.txt\n`);
});

test('what was written is read, whatever the names', () => {
  const digit = fc.constantFrom('0', '7', 'f');
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.tuple(
          fc.string({ minLength: 1, unit: fc.constantFrom('%', '\n', '\r', ' ', 'a', '2', '5', '答', '/') }),
          digit,
        ),
        { selector: ([path]) => path },
      ),
      (files) => {
        const hashes = new Map(files.map(([path, char]) => [path, hash(char)]));
        expect([...parseManifest(formatManifest(hashes))].sort()).toEqual([...hashes].sort());
      },
    ),
  );
});

test('a damaged manifest is told', () => {
  expect(() => parseManifest('abc  a.html\n')).toThrow('读不懂');
});

test('what is changed, missing or extra is named', () => {
  const expected = new Map([
    ['a', hash('a')],
    ['b', hash('b')],
    ['c', hash('c')],
  ]);
  const found = new Map([
    ['a', hash('a')],
    ['b', hash('0')],
    ['d', hash('d')],
  ]);
  expect(compareHashes(expected, found)).toEqual({ changed: ['b'], missing: ['c'], extra: ['d'] });
  expect(compareHashes(expected, expected)).toEqual({ changed: [], missing: [], extra: [] });
});

test('a name in decomposed form is the same name', () => {
  const found = new Map([['e\u0301.txt', hash('a')]]);
  expect(compareHashes(new Map([['\u00e9.txt', hash('a')]]), found)).toEqual({
    changed: [],
    missing: [],
    extra: [],
  });
});
