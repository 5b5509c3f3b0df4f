import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { classifyRevision, readRevisions, findRevisions } from './revisions.ts';

let root: string;
let content: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dafu-revisions-'));
  // Below the repository's root, like the content of most archives.
  content = join(root, '档案', 'content');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  const file = join(content, 'replies', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function git(...args: string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const who = ['-c', 'user.name=虚构编辑', '-c', 'user.email=editor@archive.example'];
  execFileSync('git', ['-C', root, ...who, ...args], { env, stdio: 'pipe' });
}

function commit(day: string, note: string): void {
  git('add', '.');
  git('commit', '-q', '-m', note, `--date=${day}T23:30:00+08:00`);
}

test('each letter has the commits that changed it, newest first, with the author’s date', async () => {
  write('2019/a.md', '一');
  write('2019/乙 b.md', '一');
  git('init', '-q');
  commit('2020-01-02', '收入两件答复\n\n说明不在首行');
  write('2019/a.md', '二');
  commit('2020-03-04', '更正“培训人数”');
  writeFileSync(join(root, 'README'), '与答复无关');
  commit('2020-05-06', '说明');
  const history = await readRevisions(content);
  expect(history.unknown).toBeUndefined();
  expect(findRevisions(history, ['2019/a']).revisions).toMatchObject([
    { on: '2020-03-04', note: '更正“培训人数”' },
    { on: '2020-01-02', note: '收入两件答复' },
  ]);
  expect(findRevisions(history, ['2019/乙 b']).revisions).toMatchObject([{ on: '2020-01-02' }]);
  expect(findRevisions(history, ['2019/uncommitted']).revisions).toEqual([]);
});

test('a moved letter keeps its history through its old address', async () => {
  write('2019/old.md', '一');
  git('init', '-q');
  commit('2020-01-02', '收入');
  renameSync(join(content, 'replies/2019/old.md'), join(content, 'replies/2019/new.md'));
  commit('2020-02-03', '改名');
  const history = await readRevisions(content);
  const revisions = findRevisions(history, ['2019/new', '2019/old']).revisions;
  expect(revisions.map(({ note }) => note)).toEqual(['改名', '收入']);
  expect(revisions[0]?.commit).toMatch(/^[0-9a-f]{40}$/);
});

test('a shallow clone or a missing repository gives no revisions, and the reason', async () => {
  write('2019/a.md', '一');
  expect(await readRevisions(content)).toEqual({ byFile: new Map(), unknown: 'no-repository' });
  git('init', '-q');
  expect(await readRevisions(content)).toMatchObject({ unknown: 'no-repository' });
  commit('2020-01-02', '收入');
  write('2019/a.md', '二');
  commit('2020-03-04', '更正');
  git('clone', '-q', '--depth', '1', pathToFileURL(root).href, join(root, 'copy'));
  expect(await readRevisions(join(root, 'copy/档案/content'))).toEqual({
    byFile: new Map(),
    unknown: 'shallow',
  });
});

test('the first revision takes a letter in, and one on the day of a correction corrects it', () => {
  const revisions = [
    { commit: 'c', on: '2020-03-04', note: '改格式' },
    { commit: 'b', on: '2020-02-03', note: '更正' },
    { commit: 'a', on: '2020-01-02', note: '收入' },
  ];
  const corrections = [{ on: '2020-02-03', note: '长度原写作28公里。' }];
  expect(revisions.map((revision) => classifyRevision(revision, revisions, corrections))).toEqual([
    { name: '修订', notes: [] },
    { name: '更正', notes: ['长度原写作28公里。'] },
    { name: '首次收录', notes: [] },
  ]);
});
