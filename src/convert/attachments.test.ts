import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { keepAttachments } from './attachments.ts';
import { convert, type Conversion } from './convert.ts';
import { planLetter } from '../record/planned-letter.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const files = new Map<string, Uint8Array>([
  ['图 (1).png', png],
  ['plan.pdf', Buffer.from('%PDF-1.7')],
  ['logo.png', png],
]);

/** An invented letter as a web page, with `inner` between its paragraphs. */
function page(inner: string, head = ''): Promise<Conversion> {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}
<meta name="ArticleTitle" content="关于市政协九届三次会议第37号提案的答复"></head><body>
<p><a href="logo.png">标志</a></p><div class="TRS_Editor">
<p>陈望之委员：</p><p>您提出的《关于优化公交线路的提案》（虚构）收悉，现答复如下：</p>${inner}
<p>感谢您对交通工作的关心和支持。</p><p>云溪市交通运输局</p><p>2021年6月18日</p></div></body></html>`;
  return convert(Buffer.from(html), 'page.html', { resolve: (path) => files.get(path) });
}

test('an image appears at its place, and everything that came with the letter is kept beside its original', async () => {
  const conversion = await page(
    '<p>线路见图。</p><p><img src="%E5%9B%BE%20(1).png"></p><p><a href="plan.pdf">附件：规划</a></p>',
  );
  const { record } = conversion;
  expect(record.attachments).toEqual([
    { name: '图 (1).png', sha256: createHash('sha256').update(png).digest('hex'), bytes: 16 },
    expect.objectContaining({ name: 'plan.pdf', bytes: 8 }),
  ]);
  expect(fidelityBreaks(record, record)).toEqual([]);
  const plan = planLetter('/nowhere', record, Buffer.from(''), conversion.attachments);
  const written = new Map(plan.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
  expect([...written.keys()]).toEqual([
    'originals/2021/cppcc-9-3-37/图 (1).png',
    'originals/2021/cppcc-9-3-37/plan.pdf',
    'originals/2021/cppcc-9-3-37/page.html',
    'originals/2021/cppcc-9-3-37/edits.json',
    'replies/2021/cppcc-9-3-37.md',
  ]);
  expect(written.get('replies/2021/cppcc-9-3-37.md')).toContain(
    '\n\n线路见图。\n\n![原件插图1](../../originals/2021/cppcc-9-3-37/%E5%9B%BE%20%281%29.png)\n\n附件：规划\n\n',
  );
});

test('a letter with private data is shown without images', async () => {
  const { record } = await page('<p><img src="logo.png"></p><p>联系人：王五，电话：0500-1234567</p>');
  expect(record.body).not.toContain('![');
  expect(record.messages.map(({ rule }) => rule)).toContain('image-withheld');
});

test('an attachment has the extension of its bytes and a name of its own when published', () => {
  const attachments = [
    ['page.html.txt', Buffer.from('虚构')],
    ['seal.png', Buffer.from('ffd8ffe0', 'hex')],
    ['a.html.txt', Buffer.from('虚构')],
    ['a.html', Buffer.from('虚构')],
  ] as const;
  const kept = keepAttachments(
    { attachments: attachments.map(([name, bytes]) => ({ name, bytes })), marks: [] },
    'page.html',
  );
  expect(kept.map(({ name }) => name)).toEqual(['page.html-2.txt', 'seal.png.jpg', 'a.html.txt', 'a-2.html']);
});

test('a missing file is reported', async () => {
  const { record } = await page('<p><img src="gone.png"></p>');
  expect(record.messages.find(({ rule }) => rule === 'image-missing')?.text).toContain('gone.png');
});

test.each([
  ['<link rel="canonical" href="https://www.example.gov.cn/a.html">', 'https://www.example.gov.cn/a.html'],
  ['<meta property="og:url" content="http://www.example.gov.cn/a">', 'http://www.example.gov.cn/a'],
  ['<meta name="Url" content="javascript:alert(1)">', undefined],
])('%s states the address of the page', async (head, url) => {
  const { record } = await page('', head);
  expect(record.frontmatter.source?.url).toBe(url);
  expect(record.body).not.toContain('example');
  expect(fidelityBreaks(record, record)).toEqual([]);
});
