import { link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { savedFiles } from './saved-files.ts';

const bytes = Buffer.from('虚构');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

test.each([
  ['答复.html', '答复_files/a.png'],
  ['答复.htm', '答复.files/image001.png'],
  ['2019.06 答复.html', '2019.06 答复_files/css/b.png'],
  ['答复', '答复_files/a.png'],
  ['Reply.HTML', 'Reply_files/a.png'],
])('of the page %s the saved file %s is read', async (page, file) => {
  await write(`in/${file}`);
  expect(savedFiles(join(folder, 'in', page))(file)).toEqual(bytes);
});

test('the folder is found in the letter case that the system has', async () => {
  await write('in/REPLY_Files/a.png');
  expect(savedFiles(join(folder, 'in/reply.html'))('REPLY_Files/a.png')).toEqual(bytes);
});

test('no other file is read, wherever the page points', async () => {
  const paths = [
    '工资表.xlsx',
    'a.png',
    '.ssh/id_rsa',
    '另一件_files/a.png',
    '答复_files_/a.png',
    '答复_files/.ssh/id_rsa',
    '答复_files/.env',
  ];
  await write('secret.png', '答复_files', ...paths.map((path) => `in/${path}`));
  const read = savedFiles(join(folder, 'in/答复.html'));
  const around = ['../secret.png', '答复_files/../工资表.xlsx', '答复_files/../../secret.png', '', '/a.png'];
  const odd = [
    '答复_files',
    '答复_files/none.png',
    '答复_files//a.png',
    '答复_files/./.env',
    '答复_files\\.env',
  ];
  for (const path of [...paths, ...around, ...odd]) expect(read(path), path).toBeUndefined();
});

test('no link is followed, within the saved folder or out of it', async () => {
  await write('secret/a.png', 'in/答复_files/a.png');
  await symlink(join(folder, 'secret/a.png'), join(folder, 'in/答复_files/link.png'));
  await symlink('a.png', join(folder, 'in/答复_files/near.png'));
  await symlink(join(folder, 'secret'), join(folder, 'in/答复_files/folder'));
  await symlink(join(folder, 'secret'), join(folder, 'in/答复.files'));
  await link(join(folder, 'in/答复_files/a.png'), join(folder, 'in/答复_files/same.png'));
  const read = savedFiles(join(folder, 'in/答复.html'));
  for (const path of ['_files/link.png', '_files/near.png', '_files/folder/a.png', '.files/a.png'])
    expect(read(`答复${path}`), path).toBeUndefined();
  expect(read('答复_files/same.png')).toEqual(bytes);
});

test('a file beyond bounds is not read', async () => {
  await write('答复_files/a.png');
  await truncate(join(folder, '答复_files/a.png'), 50 * 2 ** 20 + 1);
  expect(savedFiles(join(folder, '答复.html'))('答复_files/a.png')).toBeUndefined();
});
