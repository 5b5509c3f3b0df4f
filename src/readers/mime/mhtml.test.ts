import { expect, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { readReceivedFile } from '../received-file.ts';
import { rtfText, writeRtf } from '../rtf/rtf-writer.fixture.ts';
import { writeMessage, type WrittenPart } from './mime-writer.fixture.ts';

test.each(goldenFolders('mht'))('$name', async ({ bytes, text, json }) => {
  const reading = await readReceivedFile(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

const head = ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://a.example/1.html', 'Subject: x'];
const letter = '<p>林若水委员：</p><p>您提出的建议收悉，现答复如下。（虚构）</p>';
const png = Buffer.from('89504e470d0a1a0a0d0a00', 'hex');
const page = (html: string, more: Partial<WrittenPart> = {}): WrittenPart => ({
  type: 'text/html',
  bytes: Buffer.from(html),
  encoding: 'quoted-printable',
  headers: ['Content-Location: https://a.example/b/1.html'],
  ...more,
});
const read = (...parts: WrittenPart[]) => readReceivedFile(writeMessage(head, parts));

test('the page is read as a web page, with its address', async () => {
  const reading = await read(page(`<title>a</title><div id="zoom">${letter}</div>`));
  expect(reading).toMatchObject({ format: 'mhtml', messages: [] });
  expect(reading.decoded).toBe(
    '网址：https://a.example/b/1.html\n林若水委员：\n您提出的建议收悉，现答复如下。（虚构）',
  );
});

test.each([
  ['by the encoding in its header', 'text/html; charset="gb2312"', ''],
  ['by the encoding that the page declares', 'text/html', '<meta charset="gbk">'],
])('a page in GBK is decoded %s', async (_, type, meta) => {
  // 答复 in GBK.
  const bytes = Buffer.concat([
    Buffer.from(`${meta}<p>`),
    Buffer.of(0xb4, 0xf0, 0xb8, 0xb4, 0xb4, 0xf0, 0xb8, 0xb4),
    Buffer.from('</p>'),
  ]);
  expect((await read(page('', { type, bytes }))).decoded).toContain('答复答复');
});

test.each([
  ['an address of its own', 'https://a.example/b/c/1.png', 'https://a.example/b/c/1.png'],
  ['an address from the page', 'c/1.png', 'https://a.example/b/c/1.png'],
  ['a number', 'cid:1@x', undefined],
])('a picture by %s is kept, byte for byte', async (_, source, location) => {
  const headers = location === undefined ? ['Content-ID: <1@x>'] : [`Content-Location: ${location}`];
  for (const encoding of ['base64', '8bit'] as const) {
    const { attachments } = await read(page(`<div id="zoom">${letter}<img src="${source}"></div>`), {
      type: 'image/png',
      bytes: png,
      headers,
      encoding,
    });
    expect(attachments.map(({ bytes }) => Buffer.from(bytes))).toEqual([png]);
  }
});

test('a letter in a frame is read from its part', async () => {
  const reading = await read(page('<p>标题</p><iframe src="cid:frame@mhtml.blink"></iframe>'), {
    type: 'text/html',
    bytes: Buffer.from(letter),
    headers: ['Content-ID: <frame@mhtml.blink>'],
  });
  expect(reading.decoded).toContain('标题\n林若水委员：');
  expect(reading.messages.map(({ rule }) => rule)).toEqual(['letter-inside']);
});

test('a document in a frame is read, and kept', async () => {
  const rtf = writeRtf(rtfText('您提出的建议收悉，现答复如下。（虚构）'));
  const reading = await read(page('<p>标题</p><iframe src="1.rtf"></iframe>'), {
    type: 'application/rtf',
    bytes: rtf,
    headers: ['Content-Location: https://a.example/b/1.rtf'],
  });
  expect(reading.decoded).toContain('您提出的建议收悉，现答复如下。（虚构）');
  expect(reading.attachments.map(({ name }) => name)).toEqual(['1.rtf']);
});

test.each([
  ['without a page', writeMessage(head, [{ type: 'image/png', bytes: png }]), 'mhtml-file'],
  [
    'of 3 000 parts',
    writeMessage(
      head,
      Array.from({ length: 3000 }, () => page('x')),
    ),
    'too-large',
  ],
  [
    'that nests without end',
    Buffer.from(
      Array.from(
        { length: 50 },
        (_, depth) =>
          `${depth === 0 ? 'From: x\r\nMIME-Version: 1.0\r\n' : `--b${depth - 1}\r\n`}Content-Type: multipart/related; boundary=b${depth}\r\n\r\n`,
      ).join(''),
    ),
    'too-deep',
  ],
])('an archive %s is refused', async (_, bytes, code) => {
  await expect(readReceivedFile(bytes)).rejects.toMatchObject({ code });
});

test('an archive that is cut keeps what is there', async () => {
  const whole = writeMessage(head, [
    page(`<div id="zoom">${letter}</div>`),
    { type: 'image/png', bytes: png },
  ]);
  const reading = await readReceivedFile(whole.subarray(0, whole.length - 40));
  expect(reading.decoded).toContain('林若水委员：');
});
