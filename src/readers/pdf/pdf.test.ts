import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import type { Reading } from '../reading.ts';
import { readPdf } from './pdf.ts';
import { gbkFont, lineAt, stream, writePdf, type PdfParts } from './pdf-writer.fixture.ts';

const read = (pages: string[], parts: Partial<PdfParts> = {}): Promise<Reading> =>
  readPdf(writePdf({ ...gbkFont, pages, ...parts }));
const lines = ({ decoded }: Reading): string[] => decoded.trimEnd().split('\n');
const marked = ({ decoded, marks }: Reading, type: string): string[] =>
  marks.filter(({ kind }) => kind.type === type).map(({ at, length }) => decoded.slice(at, at + length));

it.each(goldenFolders('pdf'))('reads $name', async ({ bytes, text, json }) => {
  const reading = await readPdf(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

it('reads a GBK font that is not embedded and has no ToUnicode', async () => {
  const page = [
    lineAt(192, 740, '关于第094号建议的答复', 22),
    lineAt(80, 680, '周小满代表：', 14),
    lineAt(108, 652, '您提出的《关于整治云溪河岸线的建议》收悉。经商市财政局，现答复', 14),
    lineAt(80, 624, '如下（虚构）：2031年，全市共整治河道12.5公里，投入1,260万元，惠及沿岸', 14),
    lineAt(80, 596, '群众。', 14),
    lineAt(108, 568, '一、基本情况', 14),
    lineAt(350, 500, '云溪市水务局', 14),
    lineAt(345, 472, '2031年6月18日', 14),
  ].join('');
  const reading = await read([page]);
  expect(lines(reading)).toEqual([
    '关于第094号建议的答复',
    '周小满代表：',
    '您提出的《关于整治云溪河岸线的建议》收悉。经商市财政局，现答复如下（虚构）：2031年，全市共整治河道12.5公里，投入1,260万元，惠及沿岸群众。',
    '一、基本情况',
    '云溪市水务局',
    '2031年6月18日',
  ]);
  expect(marked(reading, 'heading')).toEqual(['关于第094号建议的答复']);
  expect(reading.messages).toEqual([]);
});

it('reads two columns one after the other', async () => {
  const column = (x: number, letter: string) =>
    Array.from({ length: 9 }, (_, row) =>
      lineAt(x, 700 - row * 28, `${letter}${row}`.repeat(8).slice(0, 13)),
    ).join('');
  const reading = await read([
    lineAt(80, 760, '云溪市水务局简报（虚构）') + column(80, '甲') + column(320, '乙'),
  ]);
  const text = reading.decoded;
  expect(text.lastIndexOf('甲')).toBeLessThan(text.indexOf('乙'));
});

it('reads a page set sideways by /Rotate or by its text matrix', async () => {
  const plain = lineAt(80, 700, '周小满代表：') + lineAt(112, 672, '收悉。');
  const turned = 'q 0 1 -1 0 595 0 cm\n' + lineAt(80, 500, '周小满代表：') + lineAt(112, 472, '收悉。') + 'Q';
  for (const reading of [await read([plain], { rotate: 90 }), await read([turned])])
    expect(lines(reading)).toEqual(['周小满代表：', '收悉。']);
});

it('sets aside a watermark across the page', async () => {
  const mark = `BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <c4daB2bf> Tj ET\n`;
  const body = Array.from({ length: 4 }, (_, row) =>
    lineAt(80, 700 - row * 28, '本答复为虚构文稿，仅供程序测试之用。'),
  ).join('');
  const reading = await read([mark + body]);
  expect(marked(reading, 'dropped')).toEqual(['内部']);
});

test('ruling lines make a table with merged cells', async () => {
  const rule = (x1: number, y1: number, x2: number, y2: number) => `${x1} ${y1} m ${x2} ${y2} l S\n`;
  const page = [
    lineAt(80, 740, '改造计划如下表（虚构）：'),
    ...[700, 670, 640].map((y) => rule(80, y, 500, y)),
    ...[80, 500].map((x) => rule(x, 640, x, 700)),
    rule(220, 640, 220, 700),
    rule(360, 640, 360, 670),
    lineAt(90, 680, '县区', 12),
    lineAt(300, 680, '学校', 12),
    lineAt(90, 650, '青禾县', 12),
    lineAt(230, 650, '12', 12),
    lineAt(370, 650, '8', 12),
  ].join('');
  const reading = await read([page]);
  expect(lines(reading).slice(1)).toEqual(['县区\t学校', '青禾县\t12\t8']);
  const kind = reading.marks.find((mark) => mark.kind.type === 'table')?.kind;
  expect(kind?.type === 'table' && kind.rows[0]?.map(({ colspan, header }) => [colspan, header])).toEqual([
    [1, true],
    [2, true],
  ]);
});

test('a paragraph continues past a page number, which comes after it', async () => {
  const row = '本答复为虚构文稿，只供程序测试之用，其中的人名和数字都不是真的';
  const first = Array.from({ length: 8 }, (_, index) => lineAt(80, 400 - index * 28, row)).join('');
  const reading = await read([
    lineAt(80, 740, '周小满代表：') + first + lineAt(480, 60, '— 1 —', 14),
    lineAt(80, 740, '，特此说明。') + lineAt(480, 60, '— 2 —', 14),
  ]);
  expect(lines(reading)).toEqual(['周小满代表：', `${row.repeat(8)}，特此说明。`, '— 1 —', '— 2 —']);
  expect(marked(reading, 'dropped')).toEqual(['— 1 —', '— 2 —']);
});

test('text drawn twice to look bold counts once', async () => {
  const reading = await read([lineAt(80, 700, '一一得一。') + lineAt(80.3, 700, '一一得一。')]);
  expect(lines(reading)).toEqual(['一一得一。']);
});

test('a photograph becomes an attachment in its place; a seal and a background do not', async () => {
  const image = (rgb: string) =>
    stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8',
      Buffer.from(rgb, 'hex'),
    );
  const draw = (name: string, width: number, x: number, y: number) =>
    `q ${width} 0 0 ${width} ${x} ${y} cm /${name} Do Q\n`;
  const reading = await read(
    [
      lineAt(80, 740, '现场照片如下（虚构）：') +
        draw('Blue', 200, 80, 500) +
        lineAt(80, 440, '云溪市水务局') +
        draw('Red', 119, 300, 380),
    ],
    {
      xObjects: '/Blue 200 0 R /Red 201 0 R',
      objects: { ...gbkFont.objects, 200: image('2040c0'), 201: image('e01020') },
    },
  );
  expect(reading.attachments.map(({ name }) => name)).toEqual(['image-1.png']);
  expect(reading.messages.map(({ rule }) => rule)).toEqual(['seal']);
  const place = reading.marks.find(({ kind }) => kind.type === 'attachment');
  expect(reading.decoded.slice(0, place?.at)).toBe('现场照片如下（虚构）：\n');
});

it('runs OCR on a scanned page', async () => {
  const jpeg = await import('sharp').then(({ default: sharp }) =>
    sharp(readFileSync(new URL('../fixtures/scan-line/input.png', import.meta.url)))
      .toColourspace('srgb')
      .jpeg({ quality: 90 })
      .toBuffer({ resolveWithObject: true }),
  );
  const { width, height, channels } = jpeg.info;
  const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  const entries = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`;
  const [w, h] = [(width / 200) * 72, (height / 200) * 72];
  const reading = await readPdf(
    writePdf({
      pages: [`q ${w} 0 0 ${h} 0 0 cm /Scan Do Q`],
      mediaBox: `0 0 ${w} ${h}`,
      xObjects: '/Scan 200 0 R',
      objects: { 200: stream(entries, jpeg.data) },
    }),
  );
  expect(reading.format).toBe('scan');
  expect(reading.decoded).toContain('感谢你们对我市教育工作的关心和支持');
  expect(reading.messages.map(({ rule }) => rule)).toContain('ocr');
});
