import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createProgram, exitCodeOf, refuseUnknownCommand } from './program.ts';

const main = join(import.meta.dirname, 'main.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 命令 '));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function dafu(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Runs the command line as `main.ts` does, without a process of its own: for what ends before it does anything. */
async function dafuHere(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    }),
  );
  let status = 0;
  try {
    const program = await createProgram(args);
    refuseUnknownCommand(program, args);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    status = exitCodeOf(error);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { status, ...printed };
}

test('wrong use and help exit from a process as they do here', async () => {
  for (const args of [['nonsense', '--help'], ['build', '--out'], ['convert', '--help'], []])
    expect(dafu(...args)).toEqual(await dafuHere(...args));
});

test.each([
  [['nonsense'], '没有“nonsense”这个命令'],
  [['nonsense', '--help'], '没有“nonsense”这个命令'],
  [['help', 'nonsense'], '没有“nonsense”这个命令'],
  [['build', '--base', 'archive'], '应以 / 开头'],
  [['convert', '--accept', 'nonsense', 'x.txt'], '没有这条建议规则'],
  [['build', '--nonsense'], '没有“--nonsense”这个选项'],
  [['build', '--out'], '缺少值'],
  [['convert'], '缺少参数'],
  [['corpus', 'many', 'x'], '篇数应为'],
  [['archive', 'dist', '--recovery', '5'], '1% 至 100%'],
  [['worker', 'redis://127.0.0.1', '--concurrency', '0'], '1 至 99'],
  [['check', '--format', 'xml'], '“--format <format>”不能是“xml”，只能是 text, json, github, gitlab'],
  [['serve', '--port', '99999'], '端口'],
  [['watch', '--delay', '-1'], '0 至 3600 的秒数'],
])('%j is wrong use: exit 2, a message in Chinese, nothing on stdout', async (args, message) => {
  const { status, stdout, stderr } = await dafuHere(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test.each([
  [[]],
  [['convert']],
  [['check']],
  [['build']],
  [['archive']],
  [['serve']],
  [['corpus']],
  [['init']],
  [['worker']],
  [['watch']],
])('%j --help is in Chinese and English and exits 0', async (command) => {
  const { status, stdout, stderr } = await dafuHere(...command, '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/用法 Usage/);
  expect(stdout).toMatch(/[一-鿿]{4,}[\s\S]*[a-z]{4,}/);
});

test.each([['build'], ['check']])('%s without a content folder says what to do and exits 1', (command) => {
  const { status, stderr } = dafu(command);
  expect(status).toBe(1);
  expect(stderr).toMatch(/没有内容文件夹.*--content/);
});

test.each([
  [['worker', 'redis://:secret@127.0.0.1:1'], /^错误：任务队列 redis:\/\/127\.0\.0\.1:1：.*请启动 Redis/],
  [['worker', 'http://:secret@127.0.0.1'], /^错误：队列的地址应写作 redis:/],
])('%j without a queue says what to do, without the password, and exits 1', (args, message) => {
  const { status, stdout, stderr } = dafu(...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toContain('secret');
});

test('serve of a folder without a site says what to do and exits 1', () => {
  expect(dafu('serve', folder)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('dafu build') as string,
  });
});

describe('with content', () => {
  const letter =
    '---\ntitle: 虚构市教育局的答复\nissuer: 虚构市教育局\nissuedOn: 2020-05-06\n---\n\n甲代表：\n';
  beforeEach(() => {
    mkdirSync(join(folder, 'content/replies/2020'), { recursive: true });
    writeFileSync(
      join(folder, 'content/site.yml'),
      'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n',
    );
  });
  const write = (text: string) => {
    writeFileSync(join(folder, 'content/replies/2020/npc-1-1-1.md'), text);
  };

  test('check of good content exits 0', () => {
    write(letter);
    expect(dafu('check')).toEqual({ status: 0, stdout: '没有发现问题。\n', stderr: '' });
  });

  test('check names file, line, column and rule on stdout, and exits 1', () => {
    write(letter.replace('2020-05-06', '五月六日'));
    const { status, stdout } = dafu('check');
    expect(status).toBe(1);
    expect(stdout).toContain('content/replies/2020/npc-1-1-1.md:4:11  error  schema  issuedOn');
  });

  test('check of a path outside the content says so', () => {
    expect(dafu('check', '/etc/passwd')).toMatchObject({ status: 1, stdout: '' });
  });

  test('build of content that breaks the schema fails with the place, and leaves what was there', () => {
    write(letter.replace(/^issuer.*\n/m, ''));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/dafu-build.json'), 'the last good build');
    const { status, stderr } = dafu('build');
    expect(status).toBe(1);
    expect(stderr).toContain('content/replies/2020/npc-1-1-1.md:2:1  error  schema  缺少必填字段 issuer');
    expect(readFileSync(join(folder, 'dist/dafu-build.json'), 'utf8')).toBe('the last good build');
  });

  test('build works from any folder, outside the project too', () => {
    write(letter);
    expect(dafu('build', '--out', 'out')).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, 'out/replies/2020/npc-1-1-1.html'))).toBe(true);
  });

  test('build into a folder that it did not make is refused', () => {
    write(letter);
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/precious.txt'), 'precious');
    const { status, stderr } = dafu('build', '--out', 'out');
    expect(status).toBe(1);
    expect(stderr).toContain('没有覆盖');
    expect(existsSync(join(folder, 'out/precious.txt'))).toBe(true);
  });

  test('build into a file is refused, and the file stays', () => {
    write(letter);
    writeFileSync(join(folder, 'precious.md'), 'precious');
    const { status, stderr } = dafu('build', '--out', 'precious.md');
    expect(status).toBe(1);
    expect(stderr).toContain('是一个文件');
    expect(readFileSync(join(folder, 'precious.md'), 'utf8')).toBe('precious');
  });
});
