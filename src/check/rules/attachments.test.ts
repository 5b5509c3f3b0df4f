import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copySmallContent } from '../../content-files/small-content.fixture.ts';
import { checkContent } from '../check.ts';

const originals = 'originals/2019/cppcc-12-2-283';
let content = '';
/** Makes edits.json name these attachments. */
let names: (all: string[]) => Promise<void>;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'dafu-attachments-'));
  copySmallContent(content);
  const log = join(content, originals, 'edits.json');
  const record = JSON.parse(await readFile(log, 'utf8')) as Record<string, unknown>;
  const sha256 = createHash('sha256').update('虚构').digest('hex');
  names = (all) => {
    const listed = all.map((name) => ({ name, sha256, bytes: 6 }));
    return writeFile(log, JSON.stringify({ ...record, attachments: listed }));
  };
  await names(['表.pdf']);
});
afterEach(() => rm(content, { recursive: true }));

async function findings(): Promise<string[]> {
  const found = (await checkContent(content)).findings.filter(({ rule }) => rule === 'attachment');
  return found.map(({ level, text }) => `${level} ${text.slice(0, 6)}`);
}

test('an annex that lies beside the original as it came is in order', async () => {
  await writeFile(join(content, originals, '表.pdf'), '虚构');
  expect(await findings()).toEqual([]);
});

test('a missing annex, and one that was changed, are found', async () => {
  expect(await findings()).toEqual(['error 找不到附件 ']);
  await writeFile(join(content, originals, '表.pdf'), '改过');
  expect(await findings()).toEqual(['error 附件 表.p']);
});

test('a picture of a doubt is accounted for, and found when it was changed', async () => {
  const log = join(content, originals, 'edits.json');
  const record = JSON.parse(await readFile(log, 'utf8')) as Record<string, unknown>;
  const sha256 = createHash('sha256').update('虚构').digest('hex');
  const doubt = { name: 'doubts/1-1.png', sha256, bytes: 6, at: 0, length: 1, page: 1 };
  await writeFile(log, JSON.stringify({ ...record, attachments: [], doubts: [doubt] }));
  await mkdir(join(content, originals, 'doubts'));
  await writeFile(join(content, originals, doubt.name), '虚构');
  const rules = (await checkContent(content)).findings.map(({ rule }) => rule);
  expect(rules.filter((rule) => ['attachment', 'unrecorded'].includes(rule))).toEqual([]);
  await writeFile(join(content, originals, doubt.name), '改过');
  expect(await findings()).toEqual(['error 附件 dou']);
});

test('two annexes of one name, once they are published, are found', async () => {
  await names(['表', '表.txt']);
  for (const name of ['表', '表.txt']) await writeFile(join(content, originals, name), '虚构');
  expect(await findings()).toEqual(['error 附件 表.t']);
});

test('an annex that would be published under the name of the original is found', async () => {
  await names(['SAMPLE.txt']);
  await writeFile(join(content, originals, 'SAMPLE.txt'), '虚构');
  expect(await findings()).toEqual(['error 附件 SAM']);
});

test('an annex whose name has a hidden character is found', async () => {
  await names(['表\u200b.pdf']);
  const found = (await checkContent(content)).findings.filter(({ rule }) => rule === 'hidden-character');
  expect(found).toMatchObject([{ level: 'error', text: expect.stringContaining('肉眼看不见') as string }]);
});

test.each(['../sample.txt', 'a/b.txt', 'a\\b.txt', '..', ''])('%s is no name of an annex', async (name) => {
  await names([name]);
  expect(await findings()).toEqual(['error edits.']);
});
