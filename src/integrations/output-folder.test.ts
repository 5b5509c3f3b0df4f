import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBuildRecord } from './build-record.ts';
import { replaceFolder } from './output-folder.ts';

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-out-'));
  out = join(folder, 'dist');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const build = (page: string) =>
  replaceFolder(out, async (aside) => {
    writeFileSync(join(aside, 'index.html'), page);
    await writeBuildRecord(aside, {
      root: process.cwd(),
      content: folder,
      issued: ['2020-05-06', undefined],
    });
  });

test('a build takes the place of the one before, and leaves nothing beside it', async () => {
  await build('old');
  await build('new');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a build that fails leaves the one before, and nothing beside it', async () => {
  await build('old');
  const failing = replaceFolder(out, (aside) => {
    writeFileSync(join(aside, 'index.html'), 'half');
    return Promise.reject(new Error('no'));
  });
  await expect(failing).rejects.toThrow('no');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a file that no build wrote is not deleted', async () => {
  await build('old');
  writeFileSync(join(out, 'CNAME'), 'archive.example');
  await expect(build('new')).rejects.toThrow('CNAME');
  expect(existsSync(join(out, 'CNAME'))).toBe(true);
});

test('a folder of the user beside the output is not touched', async () => {
  mkdirSync(`${out}.partial`);
  writeFileSync(join(`${out}.partial`, 'notes.txt'), 'mine');
  await build('new');
  expect(readFileSync(join(`${out}.partial`, 'notes.txt'), 'utf8')).toBe('mine');
});

test('the record says what was built, and names no commit where there is none', async () => {
  await build('new');
  expect(JSON.parse(readFileSync(join(out, 'dafu-build.json'), 'utf8'))).toMatchObject({
    commit: null,
    letters: 2,
    firstIssuedOn: '2020-05-06',
    entries: ['dafu-build.json', 'index.html', 'manifest-sha256.js', 'manifest-sha256.txt'],
  });
});
