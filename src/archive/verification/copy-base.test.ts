import { expect, test } from 'vitest';
import { findCopyBase } from './copy-base.ts';

test.each([
  ['at the top', ['bagit.txt', 'data/index.html'], ''],
  ['in one folder', ['a/bagit.txt', 'a/data/index.html'], 'a/'],
  ['in two folders, as Windows unpacks', ['a/a/bagit.txt', 'a/a/data/index.html'], 'a/a/'],
  ['in a folder without a declaration', ['a/data/index.html', 'a/x.html'], 'a/'],
  ['in the folder of an edition alone', ['data/index.html', 'data/x.html'], ''],
  ['in several folders', ['a/index.html', 'b/index.html'], ''],
  ['nowhere', [], ''],
])('a copy %s', (_, paths, base) => {
  expect(findCopyBase(paths)).toBe(base);
});
