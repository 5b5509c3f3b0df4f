import { expect, test } from 'vitest';
import { readOfd } from './ofd.ts';
import { textObject, writeOfd, type OfdParts } from './ofd-writer.fixture.ts';

const letter = textObject({ x: 28, y: 40, text: '改造公里（虚构）。' });
const old = (object: string) => textObject({ x: 28, y: 60, text: '旧', object });
const area = (attributes: string) =>
  `<o:PathObject ID="8" Boundary="20 60 60 20" Fill="true" Stroke="false"${attributes}><o:AbbreviatedData>M 0 0 L 60 0 L 60 20 L 0 20 C</o:AbbreviatedData></o:PathObject>`;

async function read(page: string, parts: Partial<OfdParts> = {}) {
  const { decoded, messages } = await readOfd(writeOfd({ pages: [page], ...parts }));
  return {
    text: decoded.trimEnd().split('\n'),
    messages: messages.map(({ rule, text }) => `${rule} ${text}`),
  };
}

const seen = ['改造公里（虚构）。'];

test.each([
  ['not shown', old(' Visible="false"')],
  ['outside the page', textObject({ x: 400, y: 60, text: '旧' })],
  ['under a filled area', old('') + area('')],
])('text that is %s is left out and reported', async (_, page) => {
  const { text, messages } = await read(page + letter);
  expect(text).toEqual(seen);
  expect(messages).toEqual(['hidden-text 第 1 页有 1 个字不显示或在页面之外，没有采用。']);
});

test.each([
  ['a translucent area over it', old('') + area(' Alpha="100"')],
  ['an area drawn before it', area('') + old('')],
])('text with %s is read', async (_, page) => {
  expect(await read(letter + page)).toEqual({ text: [...seen, '旧'], messages: [] });
});

test.each([' Alpha="0"', ' Fill="false"'])('text with%s is kept and reported', async (object) => {
  const { text, messages } = await read(letter + old(object));
  expect(text).toEqual([...seen, '旧']);
  expect(messages.map((message) => message.split(' ')[0])).toEqual(['faint-text']);
});

test('text of a template that covers the letter is left out and reported, other text of it read', async () => {
  const over = textObject({ x: 30, y: 40, size: 9, text: '内部资料' });
  const head = textObject({ x: 28, y: 20, text: '云溪市水务局文件' });
  const { text, messages } = await read(letter, { templates: [{ order: 'Background', layer: over + head }] });
  expect(text.slice(0, 2)).toEqual(['云溪市水务局文件', ...seen]);
  expect(messages).toEqual([expect.stringContaining('“内部资料”')]);
});

test('annotations and further documents are reported', async () => {
  const xml = (root: string, inside: string) =>
    `<ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016">${inside}</ofd:${root}>`;
  const note = old('').replaceAll('o:', 'ofd:');
  const files = {
    'OFD.xml': xml(
      'OFD',
      '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'.repeat(2),
    ),
    'Doc_0/Document.xml': xml(
      'Document',
      '<ofd:CommonData><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages><ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
    ),
    'Doc_0/Annots/Annotations.xml': xml(
      'Annotations',
      '<ofd:Page PageID="1"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page>',
    ),
    'Doc_0/Annots/A.xml': xml(
      'PageAnnot',
      `<ofd:Annot Type="Watermark"><ofd:Appearance>${note}</ofd:Appearance></ofd:Annot><ofd:Annot Type="Link"/>`,
    ),
  };
  const { text, messages } = await read(letter, { files });
  expect(text).toEqual(seen);
  expect(messages).toEqual([
    'comments 第 1 页有 1 处批注（“旧”），没有收入。如属于答复，请补入正文。',
    'unread-part OFD 里另有 1 件文档，没有收入。如是答复，请用 OFD 软件分开另存，分别转换。',
  ]);
});
