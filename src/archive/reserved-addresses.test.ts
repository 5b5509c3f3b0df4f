import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reservedFiles, reservedFolders } from './reserved-addresses.ts';

const pages = readdirSync(join(import.meta.dirname, '../pages'), { withFileTypes: true });

test('every page and file that the site writes to its root is reserved', () => {
  const made = pages
    .filter((entry) => entry.isFile() && /^[a-z\d]/.test(entry.name))
    .map(({ name }) => name.replace(/\.astro$/, '.html'));
  expect(made.length).toBeGreaterThan(5);
  expect(made.filter((name) => !reservedFiles.includes(name))).toEqual([]);
  expect(reservedFiles).toContain('years.html');
});

test('every folder of pages is reserved', () => {
  // Where templates of pages are whose addresses editors choose; the edition has no such folders.
  const routes = ['pages', 'redirects', 'withdrawn'];
  const made = pages
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name) && !routes.includes(entry.name))
    .map(({ name }) => name);
  expect(made).toContain('replies');
  expect(made.filter((name) => !reservedFolders.includes(name))).toEqual([]);
});
