import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareHashes, formatManifest, parseManifest } from './manifest.ts';

const hash = (digit: string) => digit.repeat(64);

test('a manifest is sorted and has the format of sha256sum', () => {
  const text = formatManifest(
    new Map([
      ['b/答 复.txt', hash('b')],
      ['a.html', hash('a')],
    ]),
  );
  expect(text).toBe(`${hash('a')}  a.html\n${hash('b')}  b/答 复.txt\n`);
});

test('a written manifest is read back, whatever the file names', () => {
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

test('a damaged manifest is reported', () => {
  expect(() => parseManifest('abc  a.html\n')).toThrow('读不懂');
});

test('a manifest that lists a file twice is refused', () => {
  expect(() => parseManifest(`${hash('a')}  a.html\n${hash('b')}  a.html\n`)).toThrow('两次');
});

const none = { changed: [], missing: [], extra: [], twins: [] };

test('changed, missing and extra files are named', () => {
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
  expect(compareHashes(expected, found)).toEqual({ ...none, changed: ['b'], missing: ['c'], extra: ['d'] });
  expect(compareHashes(expected, expected)).toEqual(none);
});

const composed = '\u00e9.txt';
const decomposed = 'e\u0301.txt';

test('a decomposed name equals its composed form', () => {
  const found = new Map([[decomposed, hash('a')]]);
  expect(compareHashes(new Map([[composed, hash('a')]]), found)).toEqual(none);
  expect(compareHashes(new Map([[composed, hash('b')]]), found)).toEqual({ ...none, changed: [composed] });
});

test('a twin of a changed file does not pass for it, whatever the order of the files', () => {
  const expected = new Map([[composed, hash('a')]]);
  const files: [string, string][] = [
    [composed, hash('0')],
    [decomposed, hash('a')],
  ];
  for (const found of [files, files.toReversed()])
    expect(compareHashes(expected, new Map(found))).toEqual({
      ...none,
      changed: [composed],
      twins: [decomposed],
    });
});

test('when several files could be the missing one, none is taken for it', () => {
  // U+212B, U+00C5 and U+0041 U+030A are the same name after normalisation.
  const expected = new Map([['\u00c5.txt', hash('a')]]);
  const found = new Map([
    ['\u212b.txt', hash('a')],
    ['A\u030a.txt', hash('a')],
  ]);
  expect(compareHashes(expected, found)).toEqual({
    ...none,
    missing: ['\u00c5.txt'],
    twins: ['A\u030a.txt', '\u212b.txt'],
  });
});

test('a folder passes only if it contains the listed files and no others', () => {
  const name = fc.constantFrom(composed, decomposed, '\u00c5', '\u212b', 'A\u030a', 'a');
  const files = fc.dictionary(name, fc.constantFrom(hash('a'), hash('b')));
  fc.assert(
    fc.property(files, files, (listed, present) => {
      const [expected, found] = [new Map(Object.entries(listed)), new Map(Object.entries(present))];
      const { changed, missing, extra, twins } = compareHashes(expected, found);
      const passes = [...changed, ...missing, ...extra, ...twins].length === 0;
      const contents = (hashes: typeof expected) =>
        [...hashes].map(([path, digest]) => `${path.normalize('NFC')} ${digest}`).sort();
      if (passes) expect(contents(found)).toEqual(contents(expected));
    }),
  );
});
