import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inventPage, renderPage } from '../../watch/planted/source-page.fixture.ts';
import { startSourceServer, type SourceServer } from '../../watch/planted/source-server.fixture.ts';
import { createProgram, exitCodeOf } from '../program.ts';

let folder: string;
let server: SourceServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 来源 '));
  for (const name of ['replies/2019', 'originals/2019']) mkdirSync(join(folder, name), { recursive: true });
  const site =
    'name: 虚构档案\ndescription: 虚构\nurl: https://dangan.example/\nowner: 虚构\nlicence:\n  name: 虚构\n';
  writeFileSync(join(folder, 'site.yml'), site);
  server = await startSourceServer();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = undefined;
});

/** Writes a letter with its original; the server answers with what the page is now. */
function write(index: number, now: string | undefined = renderPage(inventPage(index))): void {
  const file = `2019/npc-1-1-${index}.html`;
  writeFileSync(join(folder, 'originals', file), renderPage(inventPage(index)));
  const url = `${server.base}/${index}.html`;
  writeFileSync(
    join(folder, `replies/2019/npc-1-1-${index}.md`),
    `---\ntitle: 虚构\nsource:\n  file: ${file}\n  url: ${url}\n---\n\n虚构\n`,
  );
  server.answers.set(`/${index}.html`, (_, response) => response.end(now));
}

const changed = (index: number) => renderPage({ ...inventPage(index), documentNumber: '虚构发〔2019〕99号' });

async function watch(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    }),
  );
  const all = ['watch', '--content', folder, '--delay', '0', '--allow-private', ...args];
  try {
    await (await createProgram(all)).parseAsync(all, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const status = process.exitCode ?? 0;
  process.exitCode = undefined;
  return { status, ...printed };
}

test('where nothing changed it says so and exits 0', async () => {
  write(1);
  write(2);
  expect(await watch()).toEqual({ status: 0, stdout: '核对了 2 件：没有变化 2 件。\n', stderr: '' });
  expect(server.asked[0]?.agent).toMatch(/^dafu\/\d+\.\d+\.\d+ \(\+https:\/\/dangan\.example\/\)$/u);
});

test('what changed is shown character by character, with its place, and the exit code is 1', async () => {
  write(1);
  write(2, changed(2));
  const { status, stdout } = await watch();
  expect(status).toBe(1);
  expect(stdout).toContain('replies/2019/npc-1-1-2.md  内容有变动  涉及发文字号  http://127.0.0.1:');
  expect(stdout).toMatch(/^ {4}第 3 行 {2}\[-.+-\]\{\+虚构发\+\}〔/mu);
  expect(stdout.split('\n')).toHaveLength(4);
  expect(stdout).toContain('核对了 2 件：内容有变动 1 件，没有变化 1 件。\n');
});

test('nothing in the archive is written', async () => {
  write(1, changed(1));
  const before = readdirSync(folder, { recursive: true });
  const letter = readFileSync(join(folder, 'replies/2019/npc-1-1-1.md'));
  await watch();
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  expect(readFileSync(join(folder, 'replies/2019/npc-1-1-1.md'))).toEqual(letter);
});

test('as JSON every letter is a line, with the lines before and after a change', async () => {
  write(1);
  write(2, changed(2));
  const { stdout } = await watch('--format', 'json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    { id: '2019/npc-1-1-1', status: 'unchanged' },
    {
      id: '2019/npc-1-1-2',
      status: 'changed',
      fields: ['documentNumber'],
      changes: [{ before: [inventPage(2).documentNumber], after: ['虚构发〔2019〕99号'] }],
    },
  ]);
});

test('only the named letters are asked for', async () => {
  write(1);
  write(2, changed(2));
  const { status, stdout } = await watch(join(folder, 'replies/2019/npc-1-1-1.md'));
  expect({ status, stdout }).toEqual({ status: 0, stdout: '核对了 1 件：没有变化 1 件。\n' });
});

test('what changed can be kept for conversion, and nothing is replaced', async () => {
  write(1);
  write(2, changed(2));
  const saved = join(folder, '新的');
  await watch('--save', saved);
  expect(readdirSync(saved)).toEqual(['2019-npc-1-1-2.html']);
  expect(readFileSync(join(saved, '2019-npc-1-1-2.html'), 'utf8')).toBe(changed(2));
  writeFileSync(join(saved, '2019-npc-1-1-2.html'), '珍贵');
  const { status, stderr } = await watch('--save', saved);
  expect(status).toBe(1);
  expect(stderr).toContain('没有覆盖');
  expect(readFileSync(join(saved, '2019-npc-1-1-2.html'), 'utf8')).toBe('珍贵');
});

test('addresses of this machine are asked only where that is wished', async () => {
  write(1);
  const args = ['watch', '--content', folder, '--delay', '0'];
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await (await createProgram(args)).parseAsync(args, { from: 'user' });
  const text = printed.mock.calls.flat().join('');
  printed.mockRestore();
  expect(text).toContain('没有问到  这是本机或内部网络的地址');
  expect(server.asked).toEqual([]);
  expect(process.exitCode).toBe(1);
});

test('no page makes a terminal do anything', async () => {
  write(1, renderPage({ ...inventPage(1), documentNumber: '虚\u001b]0;x\u0007\u202e〔2019〕3号' }));
  const { stdout } = await watch();
  expect(stdout).toContain('内容有变动');
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
});

test('interrupted it says what it has', async () => {
  write(1);
  write(2);
  server.answers.set('/2.html', () => process.emit('SIGINT'));
  const { status, stdout, stderr } = await watch();
  expect(status).toBe(130);
  expect(stdout).toBe('核对了 1 件：没有变化 1 件。\n');
  expect(stderr).toBe('已中断，还有 1 件没有核对。\n');
});

test('a letter without an address is counted, a withdrawn one is not asked for, a damaged one is reported', async () => {
  write(1);
  const letter = (name: string, text: string) => {
    writeFileSync(join(folder, `replies/2019/${name}.md`), text);
  };
  letter('a', '---\ntitle: 虚构\n---\n\n虚构\n');
  letter('b', `---\ntitle: 虚构\nsource:\n  url: ${server.base}/b\nwithdrawn:\n  on: 2020-01-01\n---\n`);
  letter('c', '---\ntitle: [\n---\n');
  const { status, stdout, stderr } = await watch();
  expect(status).toBe(1);
  expect(stdout).toBe('核对了 1 件：没有变化 1 件。\n另有 2 件没有写明来源网址（source.url），没有核对。\n');
  expect(stderr).toContain('replies/2019/c.md：文件头有错误');
});

test.each([
  [['--delay', '-1'], 2],
  [['--timeout', '0'], 2],
  [['content/site.yml'], 1],
])('%j is wrong', async (args, code) => {
  const { status, stdout, stderr } = await watch(...args);
  expect({ status, stdout }).toEqual({ status: code, stdout: '' });
  expect(stderr).toMatch(/^错误：/u);
});
