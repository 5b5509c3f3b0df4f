import { describe, expect, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { readRtf } from './rtf.ts';
import { rtfBytes, rtfText, writeRtf } from './rtf-writer.fixture.ts';

function read(body: string, head?: string) {
  const { decoded, messages, marks, attachments } = readRtf(writeRtf(body, head));
  return {
    decoded,
    reported: messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
    marks,
    attachments,
  };
}

/** 答复 in GBK. */
const reply = Uint8Array.of(0xb4, 0xf0, 0xb8, 0xb4);

describe('characters', () => {
  test.each([
    ['in Unicode with a fallback', rtfText('答复“虚构”'), '答复“虚构”'],
    ['in Unicode with a fallback of two bytes', "\\uc2\\u31572\\'b4\\'f0\\u22797\\'b8\\'b4", '答复'],
    ['in Unicode without a fallback', '\\uc0\\u31572\\u22797 x', '答复x'],
    ['in hexadecimal digits of GBK', rtfBytes(reply), '答复'],
    ['whose second byte is a letter', "\\'90a", '恆'],
    [
      'whose second byte is a brace',
      "\\'90\\'7b",
      new TextDecoder('gb18030').decode(Uint8Array.of(0x90, 0x7b)),
    ],
    ['broken by the file’s own line ends', "\\'b4\r\n\\'f0\r\n\\'b8\\'b4", '答复'],
    ['beyond the basic plane', rtfText('𠮷'), '𠮷'],
    ['of a symbol font', "{\\f2 \\'fe}", '🗹'],
    ['with a name of their own', '\\ldblquote a\\rdblquote\\emdash\\~b\\{c\\}\\\\', '“a”—\u00A0b{c}\\'],
    ['for readers with Unicode and others', '{\\upr{abc}{\\*\\ud{\\uc0\\u31572}}}', '答'],
  ])('%s', (_, body, text) => {
    expect(read(body)).toMatchObject({ decoded: text, reported: [] });
  });

  test('written as raw bytes of GBK by a program that states no fonts', () => {
    const bytes = Buffer.concat([Buffer.from('{\\rtf1\\ansi\\ansicpg936 '), reply, Buffer.from('}')]);
    expect(readRtf(bytes)).toMatchObject({ decoded: '答复', encoding: 'gb18030', format: 'rtf' });
  });

  test('of a font in another character set', () => {
    const head =
      '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset136 B;}{\\f2\\fcharset134 C;}}';
    expect(read("{\\f1 \\'b5\\'aa}{\\f2 \\'b4\\'f0}{\\f0 \\'e9}", head).decoded).toBe('答答é');
  });
});

describe('formatting that carries meaning', () => {
  test.each([
    ['10{\\super 4}', '10⁴'],
    ['CO{\\sub 2}', 'CO₂'],
    ['10\\super 4\\nosupersub 0', '10⁴0'],
    ['10{\\up6 4}', '10⁴'],
    ['10{\\up2 4}', '104'],
    ['m{\\dn6\\fs16 2}', 'm₂'],
  ])('%s', (body, text) => {
    expect(read(body)).toMatchObject({ decoded: text, reported: [] });
  });

  test.each([
    ['struck text', 'a{\\strike 46.5}{\\striked1 x}38.2', 'a38.2', 'struck-text 1:2'],
    ['hidden text', 'a{\\v 46.5}38.2', 'a38.2', 'hidden-text 1:2'],
    ['deleted text', 'a{\\deleted\\revauthdel1 46.5}38.2', 'a38.2', 'tracked-changes 1:2'],
    ['inserted text', 'a{\\revised 46.5}', 'a46.5', 'tracked-changes 1:2'],
    ['a comment', 'a{\\*\\atnid X}{\\chatn{\\*\\annotation\\pard old}}b', 'ab', 'comments 1:2'],
    [
      'a field drawn by its code',
      'a{\\field{\\*\\fldinst{EQ \\\\o\\\\ac(O,1)}}{\\fldrslt}}b',
      'ab',
      'field-without-text 1:2',
    ],
    ['an embedded file', 'a{\\object\\objemb{\\*\\objdata 0105}{\\result b}}', 'ab', 'embedded-object 1:2'],
    ['a formula', 'a{\\mmath{\\*\\moMath{\\mr x=1{\\mctrlPr y}}}}', 'ax=1', 'equation 1:2'],
    [
      'art that is a watermark',
      'a{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn gtextUNICODE}{\\sv old}}}{\\shprslt x}}b',
      'ab',
      'overlaid-text 1:3',
    ],
    ['a list without its numbers', '\\pard\\ls1 a', 'a', 'unknown-numbering 1:2'],
    ['a picture of an unknown kind', 'a{\\pict\\macpict 00ff}', 'a', 'image-missing 1:2'],
  ])('%s is left out or kept, and the editor is reported', (_, body, text, rule) => {
    expect(read(body)).toMatchObject({ decoded: text, reported: [rule] });
  });

  test('fields show their results, page numbers nothing', () => {
    const link = '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt{a}}}';
    const page = '{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}';
    expect(read(`1${link}${page}2`)).toMatchObject({ decoded: '1a2', reported: [] });
  });

  test('notes are at the end under their numbers', () => {
    const note = '{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} b}';
    expect(read(`99.2%${note}c\\par d`).decoded).toBe('99.2%[1]c\nd\n[1]  b');
  });

  test('an automatic number is text with a mark', () => {
    const { decoded, marks } = read(
      `{\\listtext\\pard\\plain ${rtfText('一、')}\\tab}\\ls1 a\\par{\\pntext 1.\\tab}b`,
    );
    expect(decoded).toBe('一、a\n1. b');
    expect(marks.map(({ kind }) => kind.type)).toEqual(['numbering', 'numbering']);
  });

  test('headers and footers are quoted in a message', () => {
    const header = `{\\header\\pard ${rtfText('虚构市水务局文件')}\\par}`;
    expect(read(`${header}a`)).toMatchObject({ decoded: 'a', reported: ['page-margins 1:2'] });
  });
});

describe('paragraphs and tables', () => {
  test('text boxes follow the paragraph that anchors them', () => {
    const box =
      '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard box\\par}}{\\shprslt{\\*\\do old}}}';
    expect(read(`a${box}b\\par c`).decoded).toBe('ab\nbox\nc');
  });

  const row = (edges: readonly string[], cells: readonly string[]) =>
    `\\trowd${edges.map((edge) => edge).join('')}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row `;

  test('a table keeps its merged cells', () => {
    const body =
      row(['\\cellx4000'], ['head']) +
      row(['\\clvmgf\\cellx2000', '\\cellx4000'], ['a\\par a', 'b']) +
      row(['\\clvmrg\\cellx2000', '\\cellx4000'], ['', 'c']);
    const { decoded, marks } = read(`x\\par ${body}\\pard y`);
    expect(decoded).toBe('x\nhead\na\u2028a\tb\nc\ny');
    const [table] = marks;
    expect(
      table?.kind.type === 'table' &&
        table.kind.rows.map((one) => one.map(({ colspan, rowspan }) => [colspan, rowspan])),
    ).toEqual([
      [[2, 1]],
      [
        [1, 2],
        [1, 1],
      ],
      [[1, 1]],
    ]);
  });

  test('the rows of a table in a cell are divided', () => {
    const inner =
      '\\pard\\intbl\\itap2 i\\nestcell j\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}';
    const body = `\\trowd\\cellx2000\\cellx4000 ${inner}\\pard\\intbl\\itap1 a\\cell b\\cell\\row`;
    expect(read(body).decoded).toBe('i\tj\na\nb');
  });

  test('a deleted paragraph mark joins two paragraphs', () => {
    expect(read('a{\\deleted\\par}b')).toMatchObject({ decoded: 'ab', reported: ['tracked-changes 1:2'] });
  });
});

test('pictures are attachments; the older copy of one is not', () => {
  const png = '89504e470d0a1a0a';
  const body = `a{\\*\\shppict{\\pict\\pngblip\\picw1 ${png.slice(0, 7)}\r\n${png.slice(7)}}}{\\nonshppict{\\pict\\wmetafile8 00}}{\\pict\\jpegblip\\bin3 }}{}`;
  const { decoded, attachments, reported } = read(`${body}b`);
  expect(decoded).toBe('ab');
  expect(reported).toEqual([]);
  expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')])).toEqual([
    ['image1.png', png],
    ['image2.jpg', '7d7d7b'],
  ]);
});

test.each(goldenFolders('rtf'))('$name', async ({ bytes, text, json }) => {
  const reading = readRtf(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

test('white or tiny text is kept and reported, unless there is a colour behind it', () => {
  const head = '{\\rtf1\\ansi{\\colortbl;\\red255\\green255\\blue255;\\red255\\green0\\blue0;}';
  expect(read('a{\\cf1 46}{\\fs2 7}{\\cf2 8}', head)).toMatchObject({
    decoded: 'a4678',
    reported: ['faint-text 1:2', 'faint-text 1:4'],
  });
  expect(read('{\\cf1\\highlight2 46}', head).reported).toEqual([]);
});
