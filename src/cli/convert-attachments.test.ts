import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConversionRecord } from '../record/record.ts';
import { filesBelow } from '../storage/files-below.fixture.ts';
import { convertFiles, type ConvertCommandOptions } from './convert-files.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const pdf = Buffer.from('%PDF-1.7');

let folder = '';
let page = '';
let out = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'));
  page = join(folder, '答复.html');
  await mkdir(join(folder, 'content'));
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => ((out += String(text)), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

/** Writes an invented letter as a page, with `inner` between its paragraphs and files beside it. */
async function receive(inner: string, files: Record<string, Uint8Array> = {}): Promise<void> {
  await writeFile(
    page,
    `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="关于市政协九届三次会议第37号提案的答复"></head><body><div class="TRS_Editor">
<p>陈望之委员：</p><p>您提出的《关于优化公交线路的提案》（虚构）收悉，现答复如下：</p>${inner}
<p>感谢您对交通工作的关心和支持。</p><p>云溪市交通运输局</p><p>2021年6月18日</p></div></body></html>`,
  );
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** Converts the page; gives the exit code. */
async function run(options: Omit<ConvertCommandOptions, 'content'> = {}): Promise<number | string> {
  process.exitCode = 0;
  out = '';
  await convertFiles([page], { content: join(folder, 'content'), ...options });
  return process.exitCode;
}

const given = (...names: string[]) => ({ with: names.map((name) => join(folder, name)) });
const kept = () => readdir(join(folder, 'content/originals/2021/cppcc-9-3-37'));

test('a page takes nothing from its sender’s choice of files beside it', async () => {
  await receive(
    '<p><img src=".ssh/id_rsa"><img src="私章.png"><a href="工资表.xlsx">附件</a><a href="答复_files/key.txt">甲</a></p>',
    {
      '.ssh/id_rsa': pdf,
      '私章.png': png,
      '工资表.xlsx': Buffer.from('PK\x03\x04'),
      '答复_files/key.txt': Uint8Array.of(1, 0, 2),
    },
  );
  expect(await run()).toBe(0);
  expect(await kept()).toEqual(['edits.json', '答复.html']);
  expect(out).toContain('“私章.png”没有随网页一起收到');
  expect(out).toContain('--with 工资表.xlsx');
  expect(out).toContain('附件“key.txt”的内容不是文档');
  expect(out).not.toContain('随原件保存');
});

test('every file that is taken is listed with its size', async () => {
  await receive('<p><img src="答复_files/图.png"></p><p><a href="./答复_files/plan.pdf">附件</a></p>', {
    '答复_files/图.png': png,
    '答复_files/plan.pdf': pdf,
    '答复_files/style.css': pdf,
  });
  expect(await run()).toBe(0);
  expect(await kept()).toEqual(['edits.json', 'plan.pdf', '图.png', '答复.html'].sort());
  expect(out).toMatch(/随原件保存 2 个文件.*\n {4}图\.png（16 字节）\n {4}plan\.pdf（8 字节）\n/);
});

test('--with gives a page the file that it links to, by its name, and keeps one that it does not', async () => {
  await receive('<p><img src="http://x.example/i/1.PNG?v=2"><a href="/P02.pdf">附件</a></p>', {
    'down/P02.pdf': pdf,
    '1.png': png,
    '说明.txt': Buffer.from('虚构'),
  });
  expect(await run(given('down/P02.pdf', '1.png', '说明.txt'))).toBe(0);
  expect(await kept()).toEqual(['1.png', 'P02.pdf', 'edits.json', '答复.html', '说明.txt'].sort());
  const letter = await readFile(join(folder, 'content/replies/2021/cppcc-9-3-37.md'), 'utf8');
  expect(letter).toContain('![原件插图1](../../originals/2021/cppcc-9-3-37/1.png)');
  expect(out).not.toContain('没有随网页一起收到');
});

test('--with keeps a file that only the page around the letter links to', async () => {
  await receive('', { 'P02.pdf': pdf });
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<body>', '<body><p><a href="P02.pdf">下载专区</a></p>'));
  expect(await run(given('P02.pdf'))).toBe(0);
  expect(await kept()).toContain('P02.pdf');
});

test('what --with added stays when the page is converted again, until somebody removes it', async () => {
  const shown = '<p><img src="http://x.example/i/1%20a.PNG"><a href="/P02.pdf">附件</a></p>';
  await receive(shown, { 'P02.pdf': pdf, '1 a.png': png, '说明.txt': Buffer.from('虚构') });
  expect(await run(given('P02.pdf', '1 a.png', '说明.txt'))).toBe(0);
  const before = filesBelow(join(folder, 'content'));
  expect(await run()).toBe(0);
  expect(out).toContain('没有变化');
  expect(await run({ force: true })).toBe(0);
  expect(filesBelow(join(folder, 'content'))).toEqual(before);
  expect(out).not.toContain('不再保存');

  // Another file of the same name takes its place.
  await writeFile(join(folder, 'P02.pdf'), '%PDF-1.7 new');
  expect(await run({ force: true, ...given('P02.pdf') })).toBe(0);
  const originals = join(folder, 'content/originals/2021/cppcc-9-3-37');
  expect(await readFile(join(originals, 'P02.pdf'), 'utf8')).toBe('%PDF-1.7 new');
  expect(await kept()).toContain('说明.txt');

  await rm(join(originals, '说明.txt'));
  expect(await run({ force: true })).toBe(0);
  expect(out).toContain('不再保存 1 个文件，需要的请用 --with 补上\n    说明.txt\n');
  expect(await kept()).toEqual(['1 a.png', 'P02.pdf', 'edits.json', '答复.html'].sort());
});

test('what --with added to another format stays too', async () => {
  const text =
    '云溪市交通运输局关于市政协九届三次会议第37号提案的答复\n陈望之委员：\n您提出的《关于优化公交线路的提案》（虚构）收悉，现答复如下：\n已办。\n云溪市交通运输局\n2021年6月18日\n';
  page = join(folder, '答复.txt');
  await writeFile(page, text);
  await writeFile(join(folder, '附件.pdf'), pdf);
  expect(await run(given('附件.pdf'))).toBe(0);
  const before = filesBelow(join(folder, 'content'));
  expect(await run({ force: true })).toBe(0);
  expect(filesBelow(join(folder, 'content'))).toEqual(before);
  expect(await kept()).toContain('附件.pdf');
});

test('--with is respected by --json', async () => {
  await receive('', { '表.csv': Buffer.from('甲,乙') });
  expect(await run({ json: true, ...given('表.csv') })).toBe(0);
  expect((JSON.parse(out) as ConversionRecord).attachments).toMatchObject([{ name: '表.csv', bytes: 7 }]);
});

test.each([
  ['a missing file', 'none.pdf', '没有这个文件'],
  ['a folder', 'content', '这是文件夹'],
  ['an empty file', 'empty.pdf', '文件是空的'],
  ['a file beyond bounds', 'huge.pdf', '文件超过 50 MB'],
])('--with %s is one error, and nothing is written', async (_, name, said) => {
  await receive('', { 'empty.pdf': Buffer.alloc(0), 'huge.pdf': pdf, 'good.pdf': pdf });
  await truncate(join(folder, 'huge.pdf'), 50 * 2 ** 20 + 1);
  expect(await run(given('good.pdf', name))).toBe(1);
  expect(out.trim().split('\n')).toEqual([expect.stringContaining(`with-file  --with ${folder}`) as string]);
  expect(out).toContain(said);
  expect(await readdir(join(folder, 'content'))).toEqual([]);
});
