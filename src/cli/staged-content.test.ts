import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../check/check.ts';
import { exportStaged } from './staged-content.ts';

const id = '2019/cppcc-12-2-283';

let folder: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-staged-test-'));
  content = join(folder, '档案/content');
  for (const path of ['site.yml', `replies/${id}.md`, `originals/${id}`])
    cpSync(join('content', path), join(content, path), { recursive: true });
  git('init', '-q');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=虚构', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
}

async function staged(): Promise<{ names: string[]; rules: string[] }> {
  const { folder: exported, names, remove } = exportStaged(content);
  const { findings } = await checkContent(exported, { only: names });
  remove();
  expect(existsSync(exported)).toBe(false);
  return { names, rules: findings.map(({ rule }) => rule) };
}

test('nothing staged is nothing to check', () => {
  expect(exportStaged(content).names).toEqual([]);
});

test('a staged letter is compared with its staged original', async () => {
  git('add', '.');
  expect(await staged()).toEqual({ names: [`replies/${id}.md`, 'site.yml'], rules: [] });
});

test('a changed original has its letter checked', async () => {
  git('add', '.');
  git('commit', '-q', '-m', '虚构');
  writeFileSync(join(content, `originals/${id}/sample.txt`), '被改动的原件');
  git('add', '.');
  expect(await staged()).toEqual({ names: [`replies/${id}.md`], rules: ['original'] });
});

test('a letter that was moved without removing the old one is found', async () => {
  git('add', '.');
  git('commit', '-q', '-m', '虚构');
  const letter = readFileSync(join(content, `replies/${id}.md`), 'utf8');
  cpSync(join(content, `replies/${id}.md`), join(content, `replies/2018/cppcc-12-2-283.md`));
  writeFileSync(join(content, 'replies/2018/cppcc-12-2-283.md'), letter.replace('2019-06-10', '2018-06-10'));
  git('add', '.');
  const { rules } = await staged();
  expect(rules).toContain('duplicate-id');
  expect(rules).toContain('duplicate-letter');
});

test('outside a repository it is said what is missing', () => {
  rmSync(join(folder, '.git'), { recursive: true });
  expect(() => exportStaged(content)).toThrow('这里不是 Git 仓库');
});
