import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../storage/files-below.fixture.ts';
import { makeArchive } from './new-archive.ts';

let around: string;
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'dafu 档案 '));
});
afterEach(() => {
  rmSync(around, { recursive: true, force: true });
});

test('a new archive has content, commands and settings', async () => {
  const folder = await makeArchive(join(around, '答复 (一)'), { version: '1.2.3' });
  const files = filesBelow(folder);
  expect([...files.keys()].sort()).toEqual([
    '.editorconfig',
    '.gitattributes',
    '.github/workflows/check.yml',
    '.github/workflows/publish.yml',
    '.gitignore',
    '.gitlab-ci.yml',
    '.vscode/extensions.json',
    '.vscode/settings.json',
    '.workflow/check.yml',
    '.workflow/publish.yml',
    'README.md',
    'content/originals/2024/cppcc-2-3-12/edits.json',
    'content/originals/2024/cppcc-2-3-12/示例答复.txt',
    'content/pages/about.md',
    'content/pages/accessibility.md',
    'content/pages/verify.md',
    'content/replies/2024/cppcc-2-3-12.md',
    'content/site.yml',
    'package.json',
  ]);
  const hook = 'node node_modules/dafu/src/setup/git-hook.mjs';
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
    private: true,
    // npm runs no script of its own here, so the commands install the hook themselves.
    scripts: {
      prepare: hook,
      ...Object.fromEntries(
        ['prestart', 'predev', 'pretest'].map((name) => [name, expect.stringContaining(` && ${hook} || `)]),
      ),
      start: 'dafu build && dafu archive dist && dafu serve',
      test: 'dafu check && dafu build',
    },
    dependencies: { dafu: '^1.2.3' },
  });
  expect(readFileSync(join(folder, 'content/replies/2024/cppcc-2-3-12.md'), 'utf8')).toContain('虚构');
});

test('an editor of code finds the schemas of a new archive in the package of the program', async () => {
  const folder = await makeArchive(join(around, 'a'), { version: '1.2.3' });
  const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8')) as {
    'yaml.schemas': Record<string, string>;
  };
  const own = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as typeof settings;
  const inPackage = (path: string) => path.replace('./schemas/', './node_modules/dafu/schemas/');
  expect(settings).toEqual({
    ...own,
    'yaml.schemas': Object.fromEntries(
      Object.entries(own['yaml.schemas']).map(([path, files]) => [inPackage(path), files]),
    ),
  });
});

test('an archive keeps the package of the program that it is given', async () => {
  const program = join(around, 'dafu-1.2.3.tgz');
  writeFileSync(program, 'package');
  const folder = await makeArchive(join(around, 'a'), { version: '1.2.3', program });
  expect(readFileSync(join(folder, 'program/dafu-1.2.3.tgz'), 'utf8')).toBe('package');
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toContain(
    '"dafu": "file:program/dafu-1.2.3.tgz"',
  );
});

test('an empty folder becomes an archive', async () => {
  mkdirSync(join(around, 'empty'));
  const folder = await makeArchive(join(around, 'empty'), { version: '1.2.3' });
  expect(readdirSync(folder)).toContain('package.json');
});

describe('what cannot become an archive is refused with one sentence, and nothing is written', () => {
  const refuse = async (name: string, message: RegExp, program?: string) => {
    const before = readdirSync(around, { recursive: true });
    await expect(makeArchive(join(around, name), { version: '1.2.3', program })).rejects.toThrow(message);
    expect(readdirSync(around, { recursive: true })).toEqual(before);
  };

  test.each([
    ['con', /con 不能用作文件夹的名称/],
    ['AUX.old', /不能用作文件夹的名称/],
    ['a:b', /名称里有 :/],
    ['档案?', /名称里有 \?/],
    ['archive.', /以点或空格结尾/],
    ['-archive', /以 - 开头/],
    ['档\u202E案', /书写方向标记 U\+202E/],
    ['node_modules', /不能用作文件夹的名称/],
  ])('the name %j', async (name, message) => {
    await refuse(name, message);
  });

  test('a folder with something in it', async () => {
    mkdirSync(join(around, 'full'));
    writeFileSync(join(around, 'full', '旧文件.txt'), '');
    await refuse('full', /不是空文件夹（里面有 旧文件\.txt），没有改动/);
  });

  test('a file', async () => {
    writeFileSync(join(around, 'file'), '');
    await refuse('file', /是一个文件/);
  });

  test('a program that is no package', async () => {
    writeFileSync(join(around, 'dafu.zip'), '');
    await refuse('a', /不是程序的安装包/, join(around, 'dafu.zip'));
    await refuse('a', /不是程序的安装包/, join(around, 'missing.tgz'));
  });
});
