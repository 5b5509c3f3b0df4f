import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConversionRecord } from '../../record/record.ts';
import { registerConvert } from './convert.ts';

const letter = join(import.meta.dirname, '../../convert/fixtures/split-title/input.txt');

let folder = '';
let content = '';
const written = { out: '', err: '' };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'));
  content = join(folder, 'content');
  await mkdir(content);
  written.out = written.err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.err += String(text)), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

/** Runs `dafu convert …` on the test's content folder; gives the exit code. */
async function run(...words: string[]): Promise<number | string> {
  process.exitCode = 0;
  const program = new Command().exitOverride();
  registerConvert(program);
  await program.parseAsync(['node', 'dafu', 'convert', '--content', content, ...words]);
  return process.exitCode;
}

test('it reports fields, edits, suggestions and what is left out, and writes the letter', async () => {
  expect(await run(letter)).toBe(0);
  expect(written.out).toContain('npc-8-4-112.md');
  expect(written.out).toContain('发文字号：白市监建〔2023〕9号（文头，第7行）');
  expect(written.out).toContain('问题8个[,→，]己经全部整');
  expect(written.out).toContain('“己经”可改为“已经”');
  expect(written.out).toContain('抄送:市人大常委会代表工委。');
  expect(await readdir(join(content, 'replies/2023'))).toEqual(['npc-8-4-112.md']);
});

test('an accepted suggestion is applied, logged with who and when, and stays when converted again', async () => {
  expect(await run('--accept', 'lookalike', letter)).toBe(0);
  const text = await readFile(join(content, 'replies/2023/npc-8-4-112.md'), 'utf8');
  expect(text).toContain('已经全部整改');
  const log = await readFile(join(content, 'originals/2023/npc-8-4-112/edits.json'), 'utf8');
  const accepted = (JSON.parse(log) as ConversionRecord).edits.filter((edit) => edit.accepted);
  expect(accepted).toMatchObject([{ rule: 'lookalike', tier: 3, before: '己经', after: '已经' }]);
  expect(accepted[0]?.accepted?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(await run(letter)).toBe(0);
  expect(written.out).toContain('没有变化');
});

test('an unknown rule is wrong use', async () => {
  await expect(run('--accept', 'no-such-rule', letter)).rejects.toThrow(/year-brackets/);
});

test('bad files are reported one by one, nothing is written for them, and the others are converted', async () => {
  const files: Record<string, string | Uint8Array> = {
    'empty.txt': '',
    'junk\u001b[31m.txt': Uint8Array.from({ length: 300 }, (_, index) => (index * 31) % 7),
    'recipe.txt': '番茄炒蛋：番茄两个，鸡蛋三个，先炒蛋，再炒番茄，最后合在一起。'.repeat(20),
    'page.pdf': '%PDF-1.7\n',
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  const paths = Object.keys(files).map((name) => join(folder, name));
  expect(await run(...paths, folder, join(folder, 'absent.txt'), letter)).toBe(1);
  const lines = written.err.trim().split('\n');
  expect(lines.map((line) => /错误 {2}([a-z-]+)/.exec(line)?.[1])).toEqual([
    'empty',
    'binary-file',
    'no-letter',
    'truncated',
    'directory',
    'unreadable',
  ]);
  expect(written.err).not.toContain('\u001b');
  expect(await readdir(join(content, 'replies'))).toEqual(['2023']);
});

test('--json prints one record a line in input order, writes nothing and reports failures in their places', async () => {
  const empty = join(folder, 'empty.txt');
  await writeFile(empty, '');
  expect(await run('--json', empty, letter)).toBe(1);
  const [failed, record] = written.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(failed).toEqual({ file: empty, error: expect.stringContaining('空的') as string });
  expect(record).toMatchObject({
    file: letter,
    format: 'txt',
    frontmatter: { outcome: 'A', recipients: ['李青'] },
  });
  expect(await readdir(content)).toEqual([]);
});

test('--set states what the file does not, logged with who and when, once and for all', async () => {
  const untitled = join(folder, 'untitled.txt');
  await writeFile(
    untitled,
    '何知远委员：\n您提出的《关于疏浚青石河的提案》收悉，现答复如下：\n已列入计划。（虚构）\n青禾县水务局\n2020年9月27日\n',
  );
  expect(await run(untitled)).toBe(1);
  expect(written.err).toContain('标题');
  expect(await run('--set', 'title=关于疏浚青石河的提案的答复', untitled)).toBe(0);
  const [letter = ''] = await readdir(join(content, 'replies/2020'));
  const id = letter.replace(/\.md$/, '');
  expect(await readFile(join(content, 'replies/2020', letter), 'utf8')).toContain(
    'title: 关于疏浚青石河的提案的答复',
  );
  const log = await readFile(join(content, 'originals/2020', id, 'edits.json'), 'utf8');
  expect((JSON.parse(log) as ConversionRecord).edits[0]).toMatchObject({
    rule: 'set-title',
    tier: 3,
    before: '',
  });
  written.out = '';
  expect(await run(untitled)).toBe(0);
  expect(written.out).toContain('没有变化');
});

test('--set does not overrule the original, and takes known fields and fitting values only', async () => {
  expect(await run('--set', 'title=另一个标题', letter)).toBe(1);
  expect(written.err).toContain('set-recognised');
  await expect(run('--set', 'corrections=A', letter)).rejects.toThrow(/issuedOn/);
  await expect(run('--set', 'issuedOn=去年', letter)).rejects.toThrow(/日期应写作/);
  await expect(run('--set', 'role=协办', letter)).rejects.toThrow(/应为 主办、会办 之一/);
  await expect(run('--with', letter, letter, letter)).rejects.toThrow(/--with 只能用于单个文件/);
});

test('a name that says another format than the bytes is reported; standard input is not read', async () => {
  const misnamed = join(folder, 'letter.pdf');
  await writeFile(misnamed, await readFile(letter));
  expect(await run(misnamed, '-')).toBe(1);
  expect(written.out).toContain('以 .pdf 结尾，内容却是纯文本');
  expect(written.err).toContain('不从标准输入读取');
});

test('a suggestion that is accepted without a name in git has the day only, never the account’s name', async () => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
  expect(await run('--accept', 'lookalike', letter)).toBe(0);
  const log = join(content, 'originals/2023/npc-8-4-112/edits.json');
  const accepted = async () =>
    (JSON.parse(await readFile(log, 'utf8')) as ConversionRecord).edits.flatMap(
      (edit) => edit.accepted ?? [],
    );
  expect(await accepted()).toEqual([{ on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string }]);
  expect(written.err).toContain('git config --global user.name');
  expect(await run(letter)).toBe(0);
  expect(written.out).toContain('没有变化');
  await rm(join(content, 'originals'), { recursive: true });
  vi.stubEnv('GIT_CONFIG_COUNT', '1');
  vi.stubEnv('GIT_CONFIG_KEY_0', 'user.name');
  vi.stubEnv('GIT_CONFIG_VALUE_0', '虚构编辑');
  written.err = '';
  expect(await run('--force', '--accept', 'lookalike', letter)).toBe(0);
  expect(await accepted()).toMatchObject([{ by: '虚构编辑' }]);
  expect(written.err).toBe('');
});
