import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptPages } from './kept-pages.ts';

let cache = '';
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'dafu-kept-'));
});
afterEach(() => rm(cache, { recursive: true }));

const versions = () => readdir(join(cache, 'scanned-pages'));

test('a page that was kept is there for the next run, unless a bit of it was changed', async () => {
  const key = 'a'.repeat(64);
  expect(await keptPages(cache).read(key)).toBeUndefined();
  await keptPages(cache).keep(key, '虚构');
  expect(await keptPages(cache).read(key)).toBe('虚构');
  const [version = ''] = await versions();
  await appendFile(join(cache, 'scanned-pages', version, key), ' ');
  expect(await keptPages(cache).read(key)).toBeUndefined();
});

test('what other versions of the readers recognised is removed', async () => {
  await mkdir(join(cache, 'scanned-pages', '0123456789abcdef'), { recursive: true });
  await keptPages(cache).read('a');
  expect(await versions()).toHaveLength(1);
  expect(await versions()).not.toContain('0123456789abcdef');
});

test('a folder that cannot be used costs nothing but time', async () => {
  await writeFile(join(cache, 'scanned-pages'), '');
  const pages = keptPages(cache);
  await pages.keep('a', '虚构');
  expect(await pages.read('a')).toBeUndefined();
});
