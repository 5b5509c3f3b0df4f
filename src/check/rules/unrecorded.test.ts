import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copySmallContent } from '../../content-files/small-content.fixture.ts';
import { checkContent } from '../check.ts';

const letter = '2019/cppcc-12-2-283';
let content = '';

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'dafu-unrecorded-'));
  copySmallContent(content);
});
afterEach(() => rm(content, { recursive: true }));

async function findings(only?: readonly string[]): Promise<string[]> {
  const found = (await checkContent(content, only && { only })).findings.filter(
    ({ rule }) => rule === 'unrecorded',
  );
  return found.map(({ level, path }) => `${level} ${path.slice(path.indexOf('originals/'))}`);
}

test('a content folder as it was converted has nothing unrecorded', async () => {
  expect(await findings()).toEqual([]);
});

test('a leftover file, and the original of a letter that is gone, are found', async () => {
  await writeFile(join(content, 'originals', letter, 'sample.txt.partial-7'), '虚构');
  await mkdir(join(content, 'originals/2018/gone'), { recursive: true });
  await writeFile(join(content, 'originals/2018/gone/a.txt'), '虚构');
  await writeFile(join(content, 'originals/.gitkeep'), '');
  expect(await findings()).toEqual([
    'warning originals/2018/gone/a.txt',
    `warning originals/${letter}/sample.txt.partial-7`,
  ]);
});

test('the original of a draft that lacks fields is recorded', async () => {
  await mkdir(join(content, 'originals/2018/draft'), { recursive: true });
  await writeFile(join(content, 'originals/2018/draft/a.txt'), '虚构');
  await mkdir(join(content, 'replies/2018'));
  await writeFile(
    join(content, 'replies/2018/draft.md'),
    '---\ndraft: true\nsource:\n  file: 2018/draft/a.txt\n---\n\n虚构\n',
  );
  expect(await findings()).toEqual([]);
});

test('where one letter is checked, nothing is said of the files of others', async () => {
  await writeFile(join(content, 'originals', letter, 'stray.txt'), '虚构');
  expect(await findings([`replies/${letter}.md`])).toEqual([]);
});
