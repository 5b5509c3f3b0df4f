import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { paragraph, run, writeDocx } from '../docx/docx-writer.fixture.ts';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { readReceivedFile } from '../received-file.ts';

const letter = writeDocx({
  body: paragraph(run('林若水委员：')) + paragraph(run('您提出的建议收悉，现答复如下。（虚构）')),
});
const notice = writeDocx({ body: paragraph(run('转发通知（虚构）')) });
const page = strToU8(
  '<div id="zoom"><p>林若水委员：</p><p>您提出的建议收悉，现答复如下。（虚构）</p><img src="答复_files/1.png"></div>',
);
const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a', 'hex'));
const read = (files: Record<string, Uint8Array>) => readReceivedFile(zipSync(files));

test.each(goldenFolders('zip'))('$name', async ({ bytes, text, json }) => {
  const reading = await readReceivedFile(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

test('the one letter is read; all files are kept', async () => {
  const reading = await read({
    '来文/答复.docx': letter,
    '来文/通知.docx': notice,
    '__MACOSX/a': png,
    '.DS_Store': png,
  });
  expect(reading).toMatchObject({
    format: 'zip',
    decoded: '林若水委员：\n您提出的建议收悉，现答复如下。（虚构）',
  });
  expect(reading.attachments.map(({ name }) => name)).toEqual(['答复.docx', '通知.docx']);
  expect(reading.messages).toMatchObject([
    { rule: 'letter-inside', text: expect.stringContaining('“来文/答复.docx”') as string },
  ]);
});

test('a page finds the files saved with it', async () => {
  const reading = await read({
    'a/答复.html': page,
    'a/答复_files/1.png': png,
    'a/答复_files/b.js': strToU8('x'),
  });
  expect(reading.attachments.map(({ name }) => name)).toEqual(['1.png', '答复.html']);
  expect(reading.messages.map(({ rule }) => rule)).toEqual(['letter-inside']);
});

test('pictures are the pages of one letter, in the order of their numbers', async () => {
  const picture = (name: string) => readFileSync(new URL(`../fixtures/${name}/input.png`, import.meta.url));
  const reading = await read({ 'a/10.png': picture('scan-150'), 'a/9.png': picture('scan-line') });
  expect(reading.decoded).toMatch(/支持!\n云陵市教育局\n2031年6月18日\n$/u);
  expect(reading.attachments.map(({ name }) => name)).toEqual(['9.png', '10.png']);
  expect(reading.pages).toEqual([
    { name: '9.png', number: 1, at: 0 },
    { name: '10.png', number: 1, at: reading.decoded.indexOf('决"建得起') },
  ]);
}, 60_000);

test('names in GBK are read', async () => {
  // 答复 in GBK, under a name of the same length.
  const bytes = Buffer.from(zipSync({ 'abcd.docx': letter, 'b.docx': notice }));
  const gbk = Buffer.of(0xb4, 0xf0, 0xb8, 0xb4);
  for (let at = bytes.indexOf('abcd.docx'); at >= 0; at = bytes.indexOf('abcd.docx', at)) gbk.copy(bytes, at);
  const [message] = (await readReceivedFile(bytes)).messages;
  expect(message?.text).toContain('“答复.docx”');
});

test.each([
  ['several letters', { 'a.docx': letter, 'b.docx': letter }, 'several-letters', '“a.docx”、“b.docx”'],
  ['no document', { 'a.bin': strToU8('x') }, 'archive-file', '没有找到答复'],
  ['an archive alone', { 'a.zip': zipSync({ 'a.docx': letter }) }, 'archive-file', '没有找到答复'],
  [
    'two documents without a letter',
    { 'a.docx': notice, 'b.docx': notice },
    'archive-file',
    '“a.docx”、“b.docx”',
  ],
  ['a bomb', { 'a.docx': letter, 'b.bin': new Uint8Array(20 << 20) }, 'zip-bomb', '压缩比'],
  [
    '600 files',
    Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`${index}.txt`, strToU8('x')])),
    'too-large',
    '600 个文件',
  ],
] as const)('an archive of %s is refused', async (_, files, code, message) => {
  await expect(read(files)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message) as string,
  });
});

test('paths that lead out of the archive are not read', async () => {
  const files = { '../a.docx': letter, '/b.docx': letter, 'c:/d.docx': letter, 'e/../../f.docx': letter };
  await expect(read(files)).rejects.toMatchObject({ code: 'archive-file' });
});
