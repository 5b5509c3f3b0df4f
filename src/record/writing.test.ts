import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { writeTogether } from './writing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('writes all files and leaves no temporary ones', async () => {
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

test('a folder in the place of a file is found before anything is replaced', async () => {
  writeFileSync(join(folder, 'a.txt'), 'old');
  mkdirSync(join(folder, 'b.txt'));
  const writing = writeTogether(folder, [
    { path: 'a.txt', bytes: Buffer.from('new') },
    { path: 'b.txt', bytes: Buffer.from('new') },
  ]);
  await expect(writing).rejects.toThrow(/b\.txt：那里已有同名的文件夹.*没有写入任何文件/u);
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
});

test('nothing is written through a link, at whatever depth', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'dafu-outside-'));
  symlinkSync(outside, join(folder, 'replies'), 'junction');
  const writing = writeTogether(folder, [{ path: 'replies/2021/a.md', bytes: Buffer.from('一') }]);
  await expect(writing).rejects.toThrow(/符号链接.*没有写入任何文件/u);
  expect(readdirSync(outside)).toEqual([]);
  rmSync(outside, { recursive: true });
});
