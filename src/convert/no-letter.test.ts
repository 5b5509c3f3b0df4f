import { expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { paragraph, run, writeDocx } from '../readers/docx/docx-writer.fixture.ts';
import { writeMessage } from '../readers/mime/mime-writer.fixture.ts';
import { rtfText, writeRtf } from '../readers/rtf/rtf-writer.fixture.ts';
import { writePdf } from '../readers/pdf/pdf-writer.fixture.ts';
import { convert } from './convert.ts';

const letter = '林若水委员：您提出的建议收悉，现答复如下。（虚构）';
const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000', 'hex'));
const text = (content: string) => ({ type: 'text/plain; charset=utf-8', bytes: Buffer.from(content) });
const attached = (name: string, bytes: Uint8Array) => ({
  type: 'application/octet-stream',
  headers: [`Content-Disposition: attachment; filename="${name}"`],
  bytes,
});
const email = (...parts: Parameters<typeof writeMessage>[1]) =>
  writeMessage(['From: a@example.org', 'To: b@example.org', 'Subject: x'], parts, 'multipart/mixed');
const references = (content: string) =>
  Array.from(content, (one) => `&#${one.codePointAt(0) ?? 0};`).join('');

test.each([
  ['hidden text', writeDocx({ body: paragraph(run(letter, '<w:vanish/>')) }), '隐藏文字'],
  ['deleted text', writeDocx({ body: `<w:del>${paragraph(letter)}</w:del>` }), '修订痕迹'],
  ['the header', writeDocx({ body: paragraph(''), header: paragraph(letter) }), '页眉页脚'],
  [
    'a picture',
    writeDocx({
      body: paragraph('<w:r><w:drawing><a:blip r:embed="a.png"/></w:drawing></w:r>'),
      images: { 'a.png': png },
    }),
    '“a.png”',
  ],
  ['hidden text of an RTF', writeRtf(`{\\v ${rtfText(letter)}}`), '隐藏文字'],
  ['an object of an RTF', writeRtf('{\\object{\\*\\objdata 0105}{\\result }}'), '嵌有'],
  [
    'an annotation of a PDF',
    writePdf({ pages: [''], annotations: ['<< /Subtype /FreeText /Rect [0 0 9 9] /Contents (a) >>'] }),
    '批注（“a”）',
  ],
  ['an archive in an e-mail', email(text('请查收'), attached('a.zip', zipSync({ a: png }))), '“a.zip”'],
  ['a picture in an e-mail', email(text(''), attached('a.png', png)), '“a.png”'],
  ['an e-mail in an archive', zipSync({ 'a.eml': email(text(letter)) }), '“a.eml”'],
  ['references to characters', Buffer.from(references(letter)), '写成了编码（如“&#26519;'],
  ['escapes', Buffer.from(encodeURIComponent(letter)), '写成了编码（如“%E6%9E%97'],
])('the refusal says that the letter may be in %s', async (_, bytes, said) => {
  await expect(convert(bytes, 'a')).rejects.toThrow(said);
});

test('an e-mail whose head names no receiver is read', async () => {
  const bytes = writeMessage(['From: a@example.org', 'Subject: x'], [text(letter.replace('：', '：\n'))]);
  expect((await convert(bytes, 'a.eml')).record).toMatchObject({
    format: 'email',
    frontmatter: { recipients: ['林若水'] },
  });
});

test('broken bytes are named with their place', async () => {
  const bytes = Buffer.concat([Buffer.from(`${letter}\n改造`), Buffer.of(0xff), Buffer.from('38.2公里')]);
  await expect(convert(bytes, 'a.txt')).rejects.toThrow(
    'UTF-8 编码，但有 1 处字节不合这种编码，第一处在第 2 行第 3 列',
  );
});
