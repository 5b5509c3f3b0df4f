import { expect, test } from 'vitest';
import { readPdf } from './pdf.ts';
import { gbkFont, lineAt, writePdf, type PdfParts } from './pdf-writer.fixture.ts';

const letter = lineAt(80, 700, '改造38.2公里（虚构）。');

async function read(page: string, parts: Partial<PdfParts> = {}) {
  const { decoded, marks, messages } = await readPdf(writePdf({ ...gbkFont, pages: [page], ...parts }));
  const dropped = marks.filter(({ kind }) => kind.type === 'dropped');
  const kept = dropped.reduceRight(
    (text, { at, length }) => text.slice(0, at) + text.slice(at + length),
    decoded.trimEnd(),
  );
  // What is left out leaves a gap.
  return {
    text: kept.replaceAll(' ', '').trim().split('\n'),
    reported: messages.map(({ rule }) => rule),
    messages,
  };
}

const seen = ['改造38.2公里（虚构）。'];

test.each([
  ['invisible by its rendering mode', `3 Tr ${lineAt(80, 600, '旧')} 0 Tr\n`],
  ['outside the page', lineAt(80, -300, '旧')],
  ['too small', lineAt(80, 600, '旧', 0.3)],
  ['under a white area', `${lineAt(80, 600, '旧')}1 g 70 590 100 30 re f 0 g\n`],
  ['under a black area', `${lineAt(80, 600, '旧')}70 590 100 30 re f\n`],
])('text that is %s is left out and reported', async (_, page) => {
  expect(await read(page + letter)).toMatchObject({ text: seen, reported: ['hidden-text'] });
});

test.each([
  ['a colour drawn before it', `1 0 0 rg 70 690 300 30 re f 0 g\n${letter}`, {}],
  ['an area drawn beside it', `${letter}70 590 300 30 re f\n`, {}],
  ['a line under it', `${letter}70 690 300 2 re f\n`, {}],
  [
    'a translucent colour over it',
    `${letter}/G gs 70 690 300 30 re f\n`,
    { resources: '/ExtGState << /G << /ca 0.3 >> >>' },
  ],
  [
    'a colour over it that darkens',
    `${letter}/G gs 70 690 300 30 re f\n`,
    { resources: '/ExtGState << /G << /BM /Multiply >> >>' },
  ],
])('text with %s is read', async (_, page, parts) => {
  expect(await read(page, parts)).toMatchObject({ text: seen, reported: [] });
});

test('text in a layer that is turned off is left out and reported', async () => {
  const layer = {
    resources: '/Properties << /L 300 0 R >>',
    objects: {
      ...gbkFont.objects,
      300: '<< /Type /OCG /Name (a) >>',
      1: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [300 0 R] /D << /OFF [300 0 R] >> >> >>',
    },
  };
  const page = `/OC /L BDC\n${lineAt(80, 600, '旧')}EMC\n${letter}`;
  expect(await read(page, layer)).toMatchObject({ text: seen, reported: ['hidden-text'] });
});

test('white or tiny text is kept and reported', async () => {
  const page = `${letter}1 g ${lineAt(80, 600, '白字一行。')}0 g\n`;
  expect(await read(page)).toMatchObject({ text: [...seen, '白字一行。'], reported: ['faint-text'] });
});

test.each([
  ['an artifact over the text', `/Artifact BMC\n${lineAt(90, 702, '内部资料', 30)}EMC\n${letter}`],
  [
    'faint characters drawn one by one',
    `${letter}0.85 g ${lineAt(90, 698, '内', 30)}${lineAt(120, 698, '部', 30)}0 g\n`,
  ],
])('%s is left out and reported', async (_, page) => {
  expect(await read(page)).toMatchObject({ text: seen, reported: ['overlaid-text'] });
});

test('annotations are reported with what they say, and strike text out', async () => {
  const page = `${lineAt(80, 700, '改造')}${lineAt(112, 700, '46.5')}${lineAt(144, 700, '38.2公里（虚构）。')}`;
  const annotations = [
    '<< /Subtype /StrikeOut /Rect [112 696 144 716] /QuadPoints [112 714 144 714 112 696 144 696] >>',
    '<< /Subtype /Text /Rect [0 0 9 9] /Contents <FEFF6838> >>',
    '<< /Subtype /Stamp /Rect [0 0 9 9] >>',
    '<< /Subtype /Link /Rect [0 0 9 9] >>',
  ];
  const reading = await read(page, { annotations });
  expect(reading).toMatchObject({ text: seen, reported: ['comments', 'struck-text'] });
  expect(reading.messages[0]?.text).toBe('第 1 页有 2 处批注（“核”），没有收入。如属于答复，请补入正文。');
});

test.each([
  [5, '⁴'],
  [2, '4'],
])('a digit of the line’s size that is %i points above it is %s', async (rise, digit) => {
  const page = `${lineAt(80, 700, '投资10', 14)}${lineAt(122, 700 + rise, '4', 14)}${lineAt(129, 700, '万元（虚构）。', 14)}`;
  expect(await read(page)).toMatchObject({ text: [`投资10${digit}万元（虚构）。`], reported: [] });
});
