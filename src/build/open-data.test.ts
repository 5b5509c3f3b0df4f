import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkContent } from '../check/check.ts';
import { writeOpenData } from './open-data.ts';

let folder = '';
const site = {
  name: '虚构档案',
  description: '虚构的答复。',
  owner: '虚构档案室',
  licence: { name: '虚构内容' },
  outcomes: {},
  sessions: [],
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-open-data-'));
  await mkdir(join(folder, 'replies', '2020'), { recursive: true });
  vi.stubEnv('DAFU_CONTENT', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function write(letters: Record<string, string>): Promise<void> {
  for (const [id, title] of Object.entries(letters))
    await writeFile(
      join(folder, 'replies', `${id}.md`),
      `---\ntitle: ${title}\nissuer: 虚构局\n---\n\n虚构的正文。\n`,
    );
  const read = (await checkContent(folder)).letters;
  const published = read.flatMap(({ frontmatter, ...letter }) =>
    frontmatter === undefined ? [] : [{ ...letter, frontmatter }],
  );
  await writeOpenData(join(folder, 'data'), published, site);
}

const data = (name: string) => readFile(join(folder, 'data', name), 'utf8');

test('an empty archive has data files that programs can read', async () => {
  await write({});
  expect(JSON.parse(await data('replies.json'))).toEqual([]);
  expect(await data('replies.jsonl')).toBe('');
  expect((await data('replies.csv')).split('\r\n')).toHaveLength(2);
});

test('letters are ordered by id and have their text, in whatever order they were read', async () => {
  await write({ '2020/b': '第二件（虚构）', '2020/a': '第一件（虚构）' });
  const letters = JSON.parse(await data('replies.json')) as { id: string; body: string }[];
  expect(letters.map(({ id, body }) => [id, body])).toEqual([
    ['2020/a', '虚构的正文。\n'],
    ['2020/b', '虚构的正文。\n'],
  ]);
  const described = JSON.parse(await data('datapackage.json')) as {
    letters: number;
    resources: { path: string; bytes: number }[];
  };
  expect(described.letters).toBe(2);
  for (const { path, bytes } of described.resources)
    expect(Buffer.byteLength(await data(path)), path).toBe(bytes);
});
