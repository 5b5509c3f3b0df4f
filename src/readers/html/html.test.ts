import { expect, it, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import type { Reading } from '../reading.ts';
import { readHtml } from './html.ts';

const page = (html: string): Uint8Array => new TextEncoder().encode(html);
const letter = '<p>您提出的建议收悉，现答复如下。</p><p>云溪市水务局</p>';

/** The text that is not dropped. */
function kept({ decoded, marks }: Reading): string {
  return marks
    .filter(({ kind }) => kind.type === 'dropped')
    .reduceRight((text, { at, length }) => text.slice(0, at) + text.slice(at + length), decoded)
    .replace(/\n+/g, '\n')
    .trim();
}

it.each(goldenFolders('html'))('reads $name', async ({ bytes, resolve, text, json }) => {
  const reading = readHtml(bytes, { resolve });
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

test('a page reads the same in UTF-8 and in GBK', () => {
  const folders = new Map(goldenFolders('html').map((folder) => [folder.name, folder]));
  const body = (name: string): string | undefined => {
    const folder = folders.get(name);
    return folder && kept(readHtml(folder.bytes)).split('林知远委员：')[1]?.split('（联系人')[0];
  };
  expect(body('html-trs-gbk')).toBe(body('html-trs-utf8')?.replace('#PAGE_BREAK#', ''));
  expect(body('html-dahan-gbk')).toBe(body('html-dahan-utf8'));
});

test('hidden elements are not text', () => {
  const reading = readHtml(
    page(`<div id="zoom">${letter}<div style="color:red; display : none">彩票</div><p hidden>赌博</p>
      <script>x()</script><style>p{}</style><noscript>请开启脚本</noscript><!-- 批注 --></div>`),
  );
  expect(reading.decoded).toBe('您提出的建议收悉，现答复如下。\n云溪市水务局');
});

it('keeps everything outside the body in the text, dropped as site chrome', () => {
  const reading = readHtml(page(`<p><a href="/">首页</a></p><div id="zoom">${letter}</div><p>版权所有</p>`));
  expect(reading.decoded).toContain('首页');
  expect(kept(reading)).toBe('您提出的建议收悉，现答复如下。\n云溪市水务局');
});

test('a link with the title of the page is not the title', () => {
  const title = '关于加强河道管理的建议的答复';
  const read = (inner: string) =>
    readHtml(page(`<title>${title}</title><div>${inner}</div><div id="zoom">${letter}</div>`));
  expect(kept(read(title))).toContain(title);
  expect(kept(read(`<a href="1.html">${title}</a>`))).not.toContain(title);
});

it('prefers the container around one that closes early', () => {
  const reading = readHtml(
    page(`<div id="zoom"><div class="TRS_Editor"><p>您好，来信收悉。</p></div>${letter}${letter}</div>`),
  );
  expect(kept(reading)).toContain('云溪市水务局');
});

it('reports running text outside the body', () => {
  const long = `<p>${'各单位要加强协作，按时办结。'.repeat(6)}</p>`;
  const reading = readHtml(page(`<div id="zoom">${letter}${letter}${long}</div><div>${long}</div>`));
  expect(reading.messages.map(({ rule }) => rule)).toEqual(['text-outside-body']);
  expect(reading.messages[0]).toMatchObject({ line: 6, column: 1 });
});

test('embedded images become attachments in their place', () => {
  const reading = readHtml(
    page(`<div id="zoom">${letter}<p>见图<img src="data:image/png;base64,iVBORw0KGgo="></p></div>`),
  );
  expect(reading.attachments).toEqual([{ name: 'image.png', bytes: Buffer.from('iVBORw0KGgo=', 'base64') }]);
  const at = reading.decoded.length;
  expect(reading.marks).toEqual([{ at, length: 0, kind: { type: 'attachment', name: 'image.png' } }]);
});

it('names an embedded image by its bytes, whatever type it claims', () => {
  const data = (type: string, bytes: string) => `<img src="data:${type};base64,${btoa(bytes)}">`;
  const script = '<script>alert(1)</script>';
  const invented = ['image/xyz', 'image/svg+xml', 'image/png', 'text/html', 'image/x.hta']
    .map((type) => data(type, script))
    .join('');
  const reading = readHtml(
    page(`<div id="zoom">${letter}${data('image/xyz', '\x89PNG\r\n\x1a\n')}${invented}
      <a href="DATA:image/hta,${encodeURIComponent(script)}">附件</a></div>`),
  );
  expect(reading.attachments.map(({ name }) => name)).toEqual(['image.png']);
  expect(reading.messages.map(({ rule }) => rule)).toEqual(Array(6).fill('image-invalid'));
});

it('does not keep a file that is not what the page says', () => {
  const files: Record<string, string> = {
    'a.png': '<svg onload="x()"/>',
    'b.pdf': '<!doctype html>',
    'c.doc': '',
  };
  const reading = readHtml(
    page(`<div id="zoom">${letter}<img src="a.png"><a href="b.pdf">附件</a><a href="c.doc">附件</a></div>`),
    { resolve: (path) => new TextEncoder().encode(files[path]) },
  );
  expect(reading.attachments).toEqual([]);
  expect(reading.messages.map(({ rule }) => rule)).toEqual([
    'image-invalid',
    'attachment-invalid',
    'attachment-invalid',
  ]);
});

test('a supplied file replaces all references with its name, once', () => {
  const given = [{ name: '图1.png', bytes: Uint8Array.from(Buffer.from('89504e470d0a1a0a', 'hex')) }];
  const reading = readHtml(
    page(`<div id="zoom">${letter}<img src="/i/%E5%9B%BE1.PNG"><p><img src="图1.png?v=2"></p></div>`),
    { given, resolve: () => undefined },
  );
  expect(reading.attachments).toEqual(given);
  expect(reading.marks.map(({ kind }) => kind)).toEqual(
    Array(2).fill({ type: 'attachment', name: '图1.png' }),
  );
  expect(reading.messages).toEqual([]);
});

it('looks files up only beside the page', () => {
  const asked: string[] = [];
  readHtml(
    page(`<div id="zoom">${letter}<img src="../../etc/passwd"><img src="/a.png"><img src="http://x.invalid/b.png">
      <img src="./%E5%9B%BE_files/c.png?v=1"></div>`),
    {
      resolve: (path) => {
        asked.push(path);
        return undefined;
      },
    },
  );
  expect(asked).toEqual(['图_files/c.png']);
});

test('an ordered list writes its numbers', () => {
  const list = '<ol start="3"><li>甲</li><li value="7">乙</li></ol><ol type="a"><li>丙</li></ol>';
  expect(kept(readHtml(page(`<div id="zoom">${letter}${list}</div>`)))).toMatch(/\n3\. 甲\n7\. 乙\na\. 丙$/);
});

test('a reversed list counts down', () => {
  const list = '<ol reversed><li>甲</li><li>乙</li></ol>';
  expect(kept(readHtml(page(`<div id="zoom">${letter}${list}</div>`)))).toMatch(/\n2\. 甲\n1\. 乙$/);
});

it('ignores icons of less than 40 pixels', () => {
  const rules = (width: number) =>
    readHtml(page(`<div id="zoom">${letter}<img src="a.png" width="${width}"></div>`)).messages.map(
      ({ rule }) => rule,
    );
  expect(rules(39)).toEqual([]);
  expect(rules(40)).toEqual(['image-missing']);
});

test('layout tables are not tables', () => {
  const reading = readHtml(
    page(
      `<table><tr><td><div id="zoom">${letter}<table><tr><td>附言</td></tr></table></div></td></tr></table>`,
    ),
  );
  expect(reading.marks).toEqual([]);
  expect(reading.decoded).toMatch(/附言$/);
});

it('reports a scan inside a page', () => {
  const reading = readHtml(
    page('<h1>关于第1号建议的答复</h1><div id="zoom"><img src="a.jpg"></div><p>版权所有</p>'),
  );
  expect(reading.messages.map(({ rule }) => rule)).toContain('image-body');
});
