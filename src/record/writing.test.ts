import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeTogether } from './writing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('all files are written, and nothing aside is left', async () => {
  await writeTogether(folder, [
    { path: 'a/b/c.txt', bytes: Buffer.from('一') },
    { path: 'a/d.txt', bytes: Buffer.from('二') },
  ]);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a', 'a/b', 'a/b/c.txt', 'a/d.txt']);
  expect(readFileSync(join(folder, 'a/d.txt'), 'utf8')).toBe('二');
});

test('when one cannot be written none is, no new folder is left, and the message says where', async () => {
  mkdirSync(join(folder, 'kept'));
  writeFileSync(join(folder, 'file'), 'in the way');
  const writing = writeTogether(folder, [
    { path: 'new/deep/a.txt', bytes: Buffer.from('一') },
    { path: 'kept/a.txt', bytes: Buffer.from('一') },
    { path: 'file/b.txt', bytes: Buffer.from('二') },
  ]);
  await expect(writing).rejects.toThrow(/写不了 .*file.*不是文件夹/);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['file', 'kept']);
});
