import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSite } from './content-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-site-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (source: string) => writeFile(join(folder, 'site.yml'), source);

test('a complete site.yml is read, with empty scales by default', async () => {
  await write('name: 档案\ndescription: 说明\nowner: 编辑组\nlicence: {name: 公有领域}\n');
  expect(readSite(folder)).toMatchObject({ name: '档案', outcomes: {} });
});

test('a missing field is reported with its file', async () => {
  await write('name: 档案\ndescription: 说明\nlicence: {name: 公有领域}\n');
  expect(() => readSite(folder)).toThrow(/site\.yml:1:1：缺少必填字段 owner/);
});

test('malformed YAML is reported with its line', async () => {
  await write('name: 档案\ndescription: "没有收尾\n');
  expect(() => readSite(folder)).toThrow(/site\.yml:\d+:\d+：写法有误/);
});

test('a missing site.yml is reported', () => {
  expect(() => readSite(folder)).toThrow('没有 site.yml');
});
