import { describe, expect, test } from 'vitest';
import { cell, paragraph, run, writeDocx, type DocxParts } from './docx-writer.fixture.ts';
import { readDocx } from './docx.ts';

function read(body: string, parts: Partial<DocxParts> = {}) {
  const { decoded, messages, elsewhere } = readDocx(writeDocx({ body, ...parts }));
  return {
    decoded,
    reported: messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
    elsewhere,
  };
}

const raised = '<w:vertAlign w:val="superscript"/>';
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe('formatting that carries meaning', () => {
  test.each([
    ['by property', raised, '10⁴'],
    ['below the line', '<w:vertAlign w:val="subscript"/>', '10₄'],
    ['by its position', '<w:position w:val="12"/><w:sz w:val="16"/>', '10⁴'],
    ['not at all', '<w:vertAlign w:val="baseline"/><w:position w:val="2"/>', '104'],
  ])('a number set off its line %s', (_, properties, text) => {
    expect(read(paragraph(run('10') + run('4', properties)))).toMatchObject({ decoded: text, reported: [] });
  });

  test('by the style of its characters, which the run itself may cancel', () => {
    const styles = `<w:style w:type="character" w:styleId="up"><w:rPr>${raised}</w:rPr></w:style>`;
    const styled = '<w:rStyle w:val="up"/>';
    const plain = `${styled}<w:vertAlign w:val="baseline"/>`;
    expect(read(paragraph(run('2', styled) + run('3', plain)), { styles }).decoded).toBe('²3');
  });

  test('struck text of several runs is left out and reported once', () => {
    const struck = run('46', '<w:strike/>') + run('.5', '<w:dstrike/>');
    const body = paragraph(run('改造') + struck + run('38.2', '<w:strike w:val="0"/>') + run('公里'));
    expect(read(body)).toMatchObject({ decoded: '改造38.2公里', reported: ['struck-text 1:3'] });
  });
});

test('a field that is drawn by its code is reported, also with an empty result', () => {
  const drawn = code(' eq \\o\\ac(○,1) ');
  const reported = ['field-without-text 1:2'];
  expect(read(paragraph(run('甲') + mark('begin') + drawn + mark('end'))).reported).toEqual(reported);
  const empty = mark('begin') + drawn + mark('separate') + mark('end');
  expect(read(paragraph(run('甲') + empty)).reported).toEqual(reported);
  const shown = mark('begin') + drawn + mark('separate') + run('①') + mark('end');
  expect(read(paragraph(run('甲') + shown))).toMatchObject({ decoded: '甲①', reported: [] });
});

test('a deleted row of a table is reported', () => {
  const row = (properties: string, text: string) => `<w:tr>${properties}${cell(text)}${cell('乙')}</w:tr>`;
  const deleted = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>';
  const body = `<w:tbl>${row('', '甲')}${row(deleted, '旧')}${row('', '丙')}</w:tbl>`;
  expect(read(body)).toMatchObject({ decoded: '甲\t乙\n丙\t乙', reported: ['tracked-changes 2:1'] });
});

test('a letter in an embedded file is said to be there', () => {
  const body = paragraph('关于第3号建议的答复（虚构）') + '<w:altChunk/>';
  expect(read(body).elsewhere?.code).toBe('embedded-letter');
  expect(() => read('<w:altChunk/>')).toThrow(/altChunk/u);
  expect(read(`${paragraph('您提出的建议收悉，现答复如下：')}<w:altChunk/>`).elsewhere).toBeUndefined();
});

test('text that a paragraph’s style strikes out or hides is left out and reported', () => {
  const styles = ['strike', 'vanish'].map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name}"><w:rPr><w:${name}/></w:rPr></w:style>`,
  );
  const styled = (name: string) => paragraph(run('旧'), `<w:pStyle w:val="${name}"/>`);
  const body = paragraph('甲') + styled('strike') + styled('vanish');
  expect(read(body, { styles: styles.join('') })).toMatchObject({
    decoded: '甲',
    reported: ['struck-text 1:2', 'hidden-text 1:2'],
  });
});

test('white or tiny text is kept and reported, unless there is a colour behind it', () => {
  const white = '<w:color w:val="FFFFFF"/>';
  expect(read(paragraph(run('甲') + run('46.5', white) + run('7', '<w:sz w:val="2"/>')))).toMatchObject({
    decoded: '甲46.57',
    reported: ['faint-text 1:2', 'faint-text 1:6'],
  });
  expect(read(paragraph(run('46.5', `${white}<w:shd w:fill="0000FF"/>`))).reported).toEqual([]);
  const blue = `<w:tc><w:tcPr><w:shd w:fill="0000FF"/></w:tcPr>${paragraph(run('项目', white))}</w:tc>`;
  expect(read(`<w:tbl><w:tr>${blue}${cell('乙')}</w:tr></w:tbl>`).reported).toEqual([]);
});

test.each([
  ['deleted paragraphs', `<w:del w:id="1">${paragraph('旧')}</w:del>`, 'tracked-changes'],
  ['moved paragraphs', `<w:moveFrom w:id="1">${paragraph('旧')}</w:moveFrom>`, 'tracked-changes'],
  ['another document', '<w:subDoc r:id="x"/>', 'unread-part'],
  ['a form field', paragraph(mark('begin') + code(' FORMCHECKBOX ') + mark('end')), 'field-without-text'],
  ['a simple field', paragraph('<w:fldSimple w:instr=" EQ \\o(a)"/>'), 'field-without-text'],
  ['an object without a preview', paragraph('<w:r><w:object/></w:r>'), 'embedded-object'],
  ['a reading', paragraph('<w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt></w:ruby></w:r>'), 'ruby'],
  [
    'a picture that is not there',
    paragraph('<w:r><w:drawing><a:blip r:embed="no"/></w:drawing></w:r>'),
    'image-missing',
  ],
  [
    'WordArt of newer versions',
    paragraph(
      `<w:r><w:drawing><wps:wsp><w:txbxContent>${paragraph('旧')}</w:txbxContent><wps:bodyPr><a:prstTxWarp prst="textPlain"/></wps:bodyPr></wps:wsp></w:drawing></w:r>`,
    ),
    'overlaid-text',
  ],
  [
    'a hidden row',
    `<w:tbl><w:tr>${cell('甲')}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>${cell('旧')}</w:tr></w:tbl>`,
    'hidden-text',
  ],
  [
    'a deleted cell',
    `<w:tbl><w:tr>${cell('甲')}${cell('旧', '<w:cellDel/>')}</w:tr></w:tbl>`,
    'tracked-changes',
  ],
])('%s: reported', (_, body, rule) => {
  const { decoded, reported } = read(paragraph('甲') + body + paragraph('乙'));
  expect(decoded).not.toContain('旧');
  expect(reported.map((one) => one.split(' ')[0])).toEqual([rule]);
});

test('each field that is drawn by its code is reported', () => {
  const drawn = (text: string) => mark('begin') + code(text) + mark('end');
  const body = paragraph(run('甲') + drawn(' EQ \\o(a) ') + run('乙') + drawn(' EQ \\o(b) '));
  expect(read(body).reported).toEqual(['field-without-text 1:2', 'field-without-text 1:3']);
});

test('a field in the code of another one shows nothing of its own', () => {
  const inner = mark('begin') + code(' MERGEFIELD sex ') + mark('end');
  const outer = mark('begin') + code(' IF ') + inner + mark('separate') + run('先生') + mark('end');
  expect(read(paragraph(run('感谢林') + outer))).toMatchObject({ decoded: '感谢林先生', reported: [] });
});
