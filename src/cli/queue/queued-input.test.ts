import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readQueuedInput } from './queued-input.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}

test('of a page’s own folder pictures and documents travel, and the names of the rest', async () => {
  const page = write('答复.html', '<!DOCTYPE html><p>虚构');
  write('答复_files/b/一.png', png);
  write('答复_files/font.woff', Uint8Array.of(1, 0, 2));
  write('答复_files/.env', 'SECRET');
  write('别件_files/二.png', png);
  write('三.png', png);
  symlinkSync(join(folder, '三.png'), join(folder, '答复_files/链接.png'));
  const { files } = await readQueuedInput({ file: page, pages: [], given: [join(folder, '三.png')] });
  expect(files.map(({ use, path, bytes }) => [use, path, bytes.length])).toEqual([
    ['given', '三.png', png.length],
    ['saved', '答复_files/b/一.png', png.length],
    ['saved', '答复_files/font.woff', 0],
  ]);
});

test('the further pages of a letter travel with the first, in order', async () => {
  const [file, ...pages] = ['一.png', '三.png', '二.png'].map((name) => write(name, png));
  const { files } = await readQueuedInput({ file: file ?? '', pages, given: [] });
  expect(files.map(({ use, path }) => [use, path])).toEqual([
    ['page', '三.png'],
    ['page', '二.png'],
  ]);
});

test('beside other formats nothing is read', async () => {
  write('答复_files/一.png', png);
  expect((await readQueuedInput({ file: write('答复.txt', '虚构'), pages: [], given: [] })).files).toEqual(
    [],
  );
});

test('more than travels through a queue is refused', async () => {
  const given = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => write(name, '%PDF-1.7'));
  for (const path of given) truncateSync(path, 45 * 2 ** 20);
  const letter = write('答复.txt', '虚构');
  await expect(readQueuedInput({ file: letter, pages: [], given })).rejects.toThrow(
    /超过 128 MB .*去掉 --queue/,
  );
  await expect(readQueuedInput({ file: letter, pages: [], given: given.slice(1) })).resolves.toMatchObject({
    files: [{}, {}],
  });
});
