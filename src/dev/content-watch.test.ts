import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isContent, letterOf, watchContent } from './content-watch.ts';

let content: string;
let reported: Set<string>;
let stop: () => void;
beforeEach(async () => {
  content = mkdtempSync(join(tmpdir(), 'dafu-watch-'));
  write('replies/2020/a.md');
  reported = new Set();
  stop = await watchContent(content, (paths) => {
    for (const path of paths) reported.add(path);
  });
});
afterEach(() => {
  stop();
  rmSync(content, { recursive: true, force: true });
});

function write(path: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), '虚构');
}

const isReported = (...paths: string[]) =>
  vi.waitFor(() => {
    expect([...reported]).toEqual(expect.arrayContaining(paths));
  });

test.each([
  ['replies/2020/a.md', true],
  ['follow-up/2020/a.yml', true],
  ['pages/guide/a.png', true],
  ['site.yml', true],
  ['originals/2020/a', true],
  ['replies/2020/.a.md.swp', false],
  ['replies/2020/.#a.md', false],
  ['replies/2020/a.md~', false],
  ['replies/2020/4913', false],
  ['.dafu.lock', false],
])('%s is content: %s', (path, expected) => {
  expect(isContent(path)).toBe(expected);
});

test.each([
  ['replies/2020/a.md', '2020/a'],
  ['follow-up/2020/a-1.yml', '2020/a-1'],
  ['originals/2020/a', '2020/a'],
  ['originals/2020/a/a.pdf', '2020/a'],
  ['pages/2020/a.md', undefined],
  ['site.yml', undefined],
])('%s belongs to the letter %s', (path, id) => {
  expect(letterOf(path)).toBe(id);
});

test('a file that is written, replaced as editors do, or removed is reported', async () => {
  write('replies/2020/a.md');
  await isReported('replies/2020/a.md');
  reported.clear();
  write('replies/2020/.a.md.tmp');
  renameSync(join(content, 'replies/2020/.a.md.tmp'), join(content, 'replies/2020/a.md'));
  await isReported('replies/2020/a.md');
  expect([...reported]).toEqual(['replies/2020/a.md']);
  reported.clear();
  rmSync(join(content, 'replies/2020/a.md'));
  await isReported('replies/2020/a.md');
});

test('files in folders that are added are reported, and watched from then on', async () => {
  write('replies/2031/b.md');
  await isReported('replies/2031/b.md');
  reported.clear();
  write('replies/2031/c.md');
  await isReported('replies/2031/c.md');
});
