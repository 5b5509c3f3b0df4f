import { expect, test } from 'vitest';
import { paragraph, run, writeDocx } from '../docx/docx-writer.fixture.ts';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { readReceivedFile } from '../received-file.ts';
import { writeMessage, type WrittenPart } from './mime-writer.fixture.ts';

test.each(goldenFolders('eml'))('$name', async ({ bytes, text, json }) => {
  const reading = await readReceivedFile(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

const head = [
  'From: a@example.org',
  'To: b@example.org',
  'Subject: =?gb2312?B?tPC4tA==?=',
  'Date: Mon, 1 Jan 2024 08:00:00 +0800',
];
const letterText = '林若水委员：\n您提出的建议收悉，现答复如下。（虚构）';
const letter = paragraph(run('林若水委员：')) + paragraph(run('您提出的建议收悉，现答复如下。（虚构）'));
const text = (content: string): WrittenPart => ({
  type: 'text/plain; charset=utf-8',
  bytes: Buffer.from(content),
});
const file = (name: string, bytes: Uint8Array): WrittenPart => ({
  type: 'application/octet-stream',
  bytes,
  headers: [
    `Content-Disposition: attachment; filename="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`,
  ],
});
const docx = (name: string) => file(name, writeDocx({ body: letter }));
const read = (...parts: WrittenPart[]) => readReceivedFile(writeMessage(head, parts, 'multipart/mixed'));

test('the text of a message is the letter; what is attached is kept', async () => {
  const reading = await read(text(letterText), file('计划表.xlsx', Buffer.from('PK\x05\x06')));
  expect(reading).toMatchObject({ format: 'email', decoded: letterText, messages: [] });
  expect(reading.attachments.map(({ name }) => name)).toEqual(['计划表.xlsx']);
});

test('of the same text twice the page is read', async () => {
  const html = {
    type: 'text/html; charset=utf-8',
    bytes: Buffer.from('<p>林若水委员：</p><p>您提出的建议收悉，现答复如下。10<sup>4</sup></p>'),
  };
  const message = writeMessage(head, [text('10^4'), html], 'multipart/alternative');
  expect((await readReceivedFile(message)).decoded).toContain('现答复如下。10⁴');
});

test('an attached document is the letter where the text is none', async () => {
  const reading = await read(text('王科长：现将答复发来。'), docx('答复.docx'));
  expect(reading.decoded).toBe(letterText);
  expect(reading.attachments.map(({ name }) => name)).toEqual(['答复.docx']);
  expect(reading.messages).toMatchObject([
    { rule: 'letter-inside', text: expect.stringMatching(/“答复\.docx”.*王科长：现将答复发来。/u) as string },
  ]);
});

test('headers are no part of the text', async () => {
  const { decoded } = await read(text(letterText));
  expect(decoded).not.toMatch(/example|答复$|2024/u);
});

test.each([
  [
    'several letters are attached',
    [text('x'), docx('a.docx'), docx('b.docx')],
    'several-letters',
    /“a\.docx”、“b\.docx”/u,
  ],
  [
    'the text and a file are letters',
    [text(letterText + '办理情况'.repeat(40)), docx('a.docx')],
    'several-letters',
    /“邮件正文”、“a\.docx”/u,
  ],
  [
    'no file is a letter',
    [
      text('x'),
      file('a.png', Buffer.from('89504e470d0a1a0a', 'hex')),
      file('a.rtf', Buffer.from('{\\rtf1 a}')),
      file('b.rtf', Buffer.from('{\\rtf1 b}')),
    ],
    'email-file',
    /“a\.rtf”、“b\.rtf”/u,
  ],
  [
    'the only file cannot be read',
    [text('x'), file('a.pdf', Buffer.from('%PDF-1.7'))],
    'truncated',
    /“a\.pdf”/u,
  ],
])('a message is refused where %s', async (_, parts, code, message) => {
  await expect(read(...parts)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message) as string,
  });
});

test('a message in a message is not opened', async () => {
  const inner = writeMessage(head, [text(letterText)]);
  const reading = await read(text('x'), { type: 'message/rfc822', bytes: inner, encoding: '8bit' });
  expect(reading.decoded).toBe('x');
  expect(reading.attachments.map(({ name }) => name)).toEqual(['附件1.eml']);
});
