import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { formatNewestZip, newestZipScript, parseNewestZip } from './newest-zip.ts';

const zip = {
  ...{ name: 'dafu.example.org-archive-2026-03-05.zip', size: 12, day: '2026-03-05' },
  ...{ sha256: 'a'.repeat(64), sm3: 'b'.repeat(64), manifest: 'c'.repeat(64) },
};

test('a page is handed what was written', () => {
  const handed: unknown[] = [];
  runInNewContext(formatNewestZip(zip), { __dafu: (...values: unknown[]) => handed.push(...values) });
  expect(handed[0]).toBe(newestZipScript);
  expect(parseNewestZip(handed[1])).toEqual(zip);
});

test.each([
  [undefined],
  [{}],
  [{ ...zip, name: '../../evil.zip' }],
  [{ ...zip, name: 'javascript:alert(1)//.zip' }],
  [{ ...zip, size: '12' }],
  [{ ...zip, sha256: 'x' }],
  [{ ...zip, day: '<b>' }],
])('%j is not taken for a zip', (value) => {
  expect(parseNewestZip(value)).toBeUndefined();
});
