import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installHook } from './git-hook.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-hook-'));
  mkdirSync(join(folder, 'content'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

// A hook of this very commit would leave Git's variables in the environment.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && name !== 'CI'),
);
const git = (args: string[], cwd = folder) =>
  execFileSync('git', args, { cwd, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const init = () => git(['init', '-q']);
const hook = () => join(folder, '.git/hooks/pre-commit');

test('the hook is installed once, and can be run', () => {
  init();
  expect(installHook(folder, {})).toBe('installed');
  expect(installHook(folder, {})).toBe('unchanged');
  expect(statSync(hook()).mode & 0o111).toBe(0o111);
  expect(readFileSync(hook(), 'utf8')).toContain("check --staged --content 'content'");
});

test('an older hook of ours is replaced, another is left alone', () => {
  init();
  installHook(folder, {});
  writeFileSync(hook(), '#!/bin/sh\n# dafu pre-commit: an older one\n');
  expect(installHook(folder, {})).toBe('installed');
  writeFileSync(hook(), '#!/bin/sh\nexit 0\n');
  expect(installHook(folder, {})).toBe('occupied');
  expect(readFileSync(hook(), 'utf8')).toBe('#!/bin/sh\nexit 0\n');
});

test('a configured folder of hooks is left alone', () => {
  init();
  git(['config', 'core.hooksPath', 'my-hooks']);
  expect(installHook(folder, {})).toBe('occupied');
  expect(existsSync(join(folder, 'my-hooks'))).toBe(false);
  expect(existsSync(hook())).toBe(false);
});

test('nothing is installed without a repository and on CI', () => {
  expect(installHook(folder, {})).toBe('skipped');
  init();
  expect(installHook(folder, { CI: 'true' })).toBe('skipped');
  expect(existsSync(hook())).toBe(false);
});

test('in a work tree of its own the hook of the repository is installed', () => {
  init();
  git([
    '-c',
    'user.name=虚构',
    '-c',
    'user.email=a@example.org',
    'commit',
    '-q',
    '--allow-empty',
    '-m',
    '虚构',
  ]);
  git(['worktree', 'add', '-q', join(folder, 'other')]);
  mkdirSync(join(folder, 'other/content'));
  expect(installHook(join(folder, 'other'), {})).toBe('installed');
  expect(existsSync(hook())).toBe(true);
});

test('an archive in a folder of a repository is found by its hook', () => {
  init();
  mkdirSync(join(folder, "office's/content"), { recursive: true });
  expect(installHook(join(folder, "office's"), {})).toBe('installed');
  expect(readFileSync(hook(), 'utf8')).toContain(String.raw`--content 'office'\''s/content'`);
});

test('a commit of a letter with a mistake is stopped, of the mended one not, whatever is in the work tree', () => {
  init();
  for (const path of ['site.yml', 'replies/2019', 'originals/2019'])
    cpSync(join('content', path), join(folder, 'content', path), { recursive: true });
  expect(installHook(folder, {})).toBe('installed');
  const name = 'content/replies/2019/cppcc-12-2-283.md';
  const good = readFileSync(name, 'utf8');
  const commit = () =>
    spawnSync(
      'git',
      ['-c', 'user.name=虚构', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', '虚构'],
      { cwd: folder, env: environment, encoding: 'utf8' },
    );
  writeFileSync(join(folder, name), good.replace('issuer: ', 'issuer：'));
  git(['add', '.']);
  // What is staged is checked, not what was mended afterwards.
  writeFileSync(join(folder, name), good);
  const stopped = commit();
  expect(stopped.status).toBe(1);
  expect(stopped.stdout + stopped.stderr).toContain(`${name}:5:7  error  yaml`);
  git(['add', '.']);
  writeFileSync(join(folder, name), 'a mistake that is not staged');
  expect(commit()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  // Where the program is not installed, or is older than its hook, nobody is kept from committing.
  writeFileSync(hook(), readFileSync(hook(), 'utf8').replace('src/cli', 'src/gone'));
  chmodSync(hook(), 0o755);
  git(['add', '.']);
  expect(commit().status).toBe(0);
});
