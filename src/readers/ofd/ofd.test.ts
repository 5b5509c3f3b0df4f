import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, it, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { ReadError, type Reading } from '../reading.ts';
import { readOfd } from './ofd.ts';
import { lineObject, textObject, writeOfd, type OfdParts } from './ofd-writer.fixture.ts';
import { expandDeltas } from './text-object.ts';

const read = (pages: string[], parts: Partial<OfdParts> = {}): Promise<Reading> =>
  readOfd(writeOfd({ pages, ...parts }));
const lines = ({ decoded }: Reading): string[] => decoded.trimEnd().split('\n');

/** The code of the error that refuses a file; its message must be in Chinese. */
async function codeOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await readOfd(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    expect(error.message).toMatch(/[\u4E00-\u9FFF].*。$/u);
    return error.code;
  }
}

it.each(goldenFolders('ofd'))('reads $name', async ({ bytes, text, json }) => {
  const reading = await readOfd(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

test.each([
  ['g 3 5.6', [5.6, 5.6, 5.6]],
  ['2.8 g 2 5.6 2.8', [2.8, 5.6, 5.6, 2.8]],
  ['g 900000000 1', Array.from({ length: 9 }, () => 1)],
  ['g 2', []],
  ['', []],
])('DeltaX %j', (list, deltas) => {
  expect(expandDeltas(list, 9)).toEqual(deltas);
});

test.each([
  ['ofd:', 'http://www.ofdspec.org/2016'],
  ['', 'http://www.ofdspec.org/2016'],
  ['x:', 'http://www.ofdspec.org'],
  ['自:', 'urn:other'],
])('namespace prefix %j for %j', async (prefix, namespace) => {
  const reading = await read([textObject({ x: 28, y: 40, text: '周小满代表：（虚构）' })], {
    prefix,
    namespace,
  });
  expect(lines(reading)).toEqual(['周小满代表：（虚构）']);
});

test('the CTM scales and turns objects', async () => {
  const turned = textObject({
    x: 150,
    y: 40,
    size: 2.8,
    text: '周小满代表：（虚构）',
    object: ' CTM="0 2 -2 0 0 0"',
  });
  const second = textObject({ x: 140, y: 51.2, size: 2.8, text: '收悉。', object: ' CTM="0 2 -2 0 0 0"' });
  expect(lines(await read([turned + second]))).toEqual(['周小满代表：（虚构）', '收悉。']);
  const scaled = textObject({
    x: 28,
    y: 40,
    size: 1,
    text: '周小满代表：（虚构）',
    object: ' CTM="5.6 0 0 5.6 0 0"',
  });
  expect(lines(await read([scaled]))).toEqual(['周小满代表：（虚构）']);
});

it('reads background and foreground templates in place', async () => {
  const templates = [
    {
      order: 'Background' as const,
      layer: textObject({ x: 60, y: 20, size: 10, font: '2', text: '云溪市水务局（虚构）' }),
    },
    { order: 'Foreground' as const, layer: textObject({ x: 100, y: 275, text: '— 1 —' }) },
  ];
  const reading = await read([textObject({ x: 28, y: 60, text: '周小满代表：' })], { templates });
  expect(lines(reading)).toEqual(['云溪市水务局（虚构）', '周小满代表：', '— 1 —']);
  expect(reading.marks.filter(({ kind }) => kind.type === 'dropped')).toHaveLength(1);
});

test('draws groups where they are used, and refuses one that draws itself', async () => {
  const unit = (inside: string) =>
    `<o:CompositeGraphicUnit ID="30" Width="100" Height="20"><o:Content>${inside}</o:Content></o:CompositeGraphicUnit>`;
  const use = '<o:CompositeObject ID="9" Boundary="28 40 100 20" ResourceID="30"/>';
  const composites = unit(
    `<o:PageBlock>${textObject({ x: 0, y: 0, text: '周小满代表：（虚构）' })}</o:PageBlock>`,
  );
  expect(lines(await read([use], { composites }))).toEqual(['周小满代表：（虚构）']);
  expect(await codeOf(writeOfd({ pages: [use], composites: unit(use) }))).toBe('cyclic');
});

test('ruling lines make a table', async () => {
  const rules =
    [60, 70, 80].map((y) => lineObject(28, y, 128, y)).join('') +
    [28, 78, 128].map((x) => lineObject(x, 60, x, 80)).join('');
  const cells = ['县区', '学校', '青禾县', '12']
    .map((text, index) => textObject({ x: 32 + 50 * (index % 2), y: 61 + 10 * (index >> 1), text }))
    .join('');
  const reading = await read([textObject({ x: 28, y: 40, text: '如下（虚构）：' }) + rules + cells]);
  expect(lines(reading)).toEqual(['如下（虚构）：', '县区\t学校', '青禾县\t12']);
});

test('a distance of more than an em is a gap', async () => {
  const text = (distance: number) =>
    textObject({ x: 28, y: 40, text: '甲乙', code: ` DeltaX="${distance}"` });
  expect(lines(await read([text(7)]))).toEqual(['甲乙']);
  expect(lines(await read([text(20)]))).toEqual(['甲 乙']);
});

it('reports codes that are not characters', async () => {
  const reading = await read([
    textObject({ x: 28, y: 40, text: '周小满代表：（虚构）' }) +
      textObject({ x: 28, y: 50, text: '\uE001\uE002\uE003' }),
  ]);
  expect(reading.messages.map(({ rule, text }) => [rule, /\d+ 个字/.exec(text)?.[0]])).toEqual([
    ['unmapped-glyphs', '3 个字'],
  ]);
});

it('keeps attachments under safe names', async () => {
  const attachments = '<o:Attachment ID="1" Name="../附件 1"><o:FileLoc>Res/a.txt</o:FileLoc></o:Attachment>';
  const reading = await read([textObject({ x: 28, y: 40, text: '周小满代表：（虚构）' })], {
    attachments,
    files: { 'Doc_0/Res/a.txt': '虚构' },
  });
  expect(reading.attachments.map(({ name }) => name)).toEqual(['附件 1.txt']);
});

it('runs OCR on a page that is an image', async () => {
  const image = readFileSync(new URL('../fixtures/scan-line/input.png', import.meta.url));
  const reading = await read(
    ['<o:ImageObject ID="9" Boundary="0 0 127 9" CTM="127 0 0 9 0 0" ResourceID="40"/>'],
    {
      physicalBox: '0 0 127 9',
      multimedia: '<o:MultiMedia ID="40" Type="Image"><o:MediaFile>Res/scan.png</o:MediaFile></o:MultiMedia>',
      files: { 'Doc_0/Res/scan.png': image },
    },
  );
  expect(reading.decoded).toContain('感谢你们对我市教育工作的关心和支持');
});

const page = textObject({ x: 28, y: 40, text: '周小满代表：（虚构）' });

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'empty'],
  ['half a file', writeOfd({ pages: [page] }).subarray(0, 600), 'truncated'],
  ['another zip', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'not-ofd'],
  [
    'no document',
    writeOfd({
      pages: [page],
      files: { 'OFD.xml': '<OFD><DocBody><DocRoot>x.xml</DocRoot></DocBody></OFD>' },
    }),
    'damaged',
  ],
  [
    'a missing page',
    writeOfd({
      pages: [page],
      files: { 'Doc_0/Document.xml': '<Document><Pages><Page ID="1" BaseLoc="x.xml"/></Pages></Document>' },
    }),
    'damaged',
  ],
  [
    'an entity bomb',
    writeOfd({
      pages: [page],
      files: { 'OFD.xml': '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><OFD>&c;</OFD>' },
    }),
    'xml-doctype',
  ],
  ['broken XML', writeOfd({ pages: [page], files: { 'OFD.xml': '<OFD><DocBody>' } }), 'xml-malformed'],
  [
    'a zip bomb',
    writeOfd({ pages: [page], files: { 'Doc_0/PublicRes.xml': new Uint8Array(65 << 20) } }),
    'zip-bomb',
  ],
  ['a page of a kilometre', writeOfd({ pages: [page], physicalBox: '0 0 1000000 297' }), 'page-size'],
  ['501 pages', writeOfd({ pages: Array.from({ length: 501 }, () => '') }), 'too-many-pages'],
  ['nothing on the page', writeOfd({ pages: [''] }), 'no-text'],
])('refuses %s', async (_, bytes, rule) => {
  expect(await codeOf(bytes)).toBe(rule);
});
