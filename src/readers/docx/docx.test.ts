import mammoth from 'mammoth';
import { expect, it, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import {
  cell,
  definition,
  level,
  listed,
  paragraph,
  run,
  writeDocx,
  type DocxParts,
} from './docx-writer.fixture.ts';
import { readDocx } from './docx.ts';

const read = (body: string, parts: Partial<DocxParts> = {}) => readDocx(writeDocx({ body, ...parts }));
const lines = (body: string, parts: Partial<DocxParts> = {}): string[] =>
  read(body, parts).decoded.split('\n');

it.each(goldenFolders('docx'))('reads $name', async ({ bytes, text, json }) => {
  const reading = readDocx(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

it('reads a typed document as mammoth does', async () => {
  const bytes = writeDocx({
    body: ['关于第3号建议的答复（虚构）', '周小满代表：', '　　一、基本情况', '特此答复。']
      .map((text) => paragraph(text))
      .join(''),
  });
  const peer = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  expect(readDocx(bytes).decoded).toBe(peer.value.replace(/\n+/g, '\n').trim());
});

test('automatic numbers count by level, restart and continue', () => {
  const list = definition(
    1,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'japaneseCounting', '（%2）'),
    level(2, 'decimal', '%3.', '<w:suff w:val="nothing"/>'),
  );
  const numbering = list.abstract + list.use;
  const body = [0, 1, 1, 2, 2, 0, 1, 2].map((depth) => paragraph('项', listed(1, depth))).join('');
  expect(lines(body, { numbering })).toEqual([
    '一、项',
    '（一）项',
    '（二）项',
    '1.项',
    '2.项',
    '二、项',
    '（一）项',
    '1.项',
  ]);
});

test('numberings of one definition share counters unless one restarts them', () => {
  const list = definition(1, level(0, 'decimal', '%1.'));
  const numbering = `${list.abstract}${list.use}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
  const body = [1, 1, 2, 3, 3].map((id) => paragraph('项', listed(id))).join('');
  expect(lines(body, { numbering })).toEqual(['1. 项', '2. 项', '3. 项', '5. 项', '6. 项']);
});

test('a level may continue after higher ones, and may use digits only', () => {
  const list = definition(
    1,
    level(0, 'chineseCounting', '第%1章'),
    level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/><w:isLgl/>'),
  );
  const body = [0, 1, 0, 1].map((depth) => paragraph('项', listed(1, depth))).join('');
  expect(lines(body, { numbering: list.abstract + list.use })).toEqual([
    '第一章 项',
    '1.1 项',
    '第二章 项',
    '2.2 项',
  ]);
});

test('a style gives numbers and headings; a paragraph may remove the number', () => {
  const list = definition(7, level(0, 'ideographTraditional', '%1、', '<w:pStyle w:val="h"/>'));
  const styles = `<w:style w:type="paragraph" w:styleId="base"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="h"><w:basedOn w:val="base"/></w:style>`;
  const reading = read(
    paragraph('总体', '<w:pStyle w:val="h"/>') +
      paragraph('不编号', '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph('措施', '<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>'),
    { styles, numbering: list.abstract + list.use },
  );
  expect(reading.decoded).toBe('甲、总体\n不编号\n乙、措施');
  expect(reading.marks.filter(({ kind }) => kind.type === 'heading')).toEqual([
    { at: 0, length: 4, kind: { type: 'heading', depth: 2 } },
    { at: 5, length: 3, kind: { type: 'heading', depth: 2 } },
  ]);
});

test('an outline level of 9 in a style is body text', () => {
  const styles = [8, 9]
    .map(
      (outline) =>
        `<w:style w:type="paragraph" w:styleId="s${outline}"><w:pPr><w:outlineLvl w:val="${outline}"/></w:pPr></w:style>`,
    )
    .join('');
  const body = [8, 9].map((outline) => paragraph('甲', `<w:pStyle w:val="s${outline}"/>`)).join('');
  expect(read(body, { styles }).marks).toEqual([{ at: 0, length: 1, kind: { type: 'heading', depth: 9 } }]);
});

test('a list has nine levels', () => {
  const list = definition(1, ...Array.from({ length: 10 }, (_, index) => level(index, 'decimal', 'L.')));
  const body = [8, 9].map((depth) => paragraph('项', listed(1, depth))).join('');
  expect(lines(body, { numbering: list.abstract + list.use })).toEqual(['L. 项', '项']);
});

test.each(['0', 'false', 'off'])('a property with the value %s is off', (value) => {
  expect(lines(paragraph(run('可见', `<w:vanish w:val="${value}"/>`)))).toEqual(['可见']);
});

it('reads a text box once, after the paragraph that anchors it', () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('类别：A')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('类别：A')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(
    lines(paragraph(`${run('关于第3号')}${drawing}${run('建议的答复')}`) + paragraph('周小满代表：')),
  ).toEqual(['关于第3号建议的答复', '类别：A', '周小满代表：']);
});

it('drops deleted text, keeps inserted text, and tells the editor', () => {
  const reading = read(
    paragraph(
      `${run('同意')}<w:del w:id="1"><w:r><w:delText>不</w:delText></w:r></w:del><w:ins w:id="2">${run('办理')}</w:ins>`,
    ) +
      paragraph('第一段', '<w:rPr><w:del w:id="3"/></w:rPr>') +
      paragraph('接第二段'),
  );
  expect(reading.decoded).toBe('同意办理\n第一段接第二段');
  expect(reading.messages).toMatchObject([{ rule: 'tracked-changes', line: 1, column: 3 }]);
});

test('puts notes at the end and their numbers in the text', () => {
  const reading = read(
    paragraph(`${run('投资2')}<w:r><w:footnoteReference w:id="4"/></w:r>${run('亿元')}`) +
      paragraph('云溪市水务局'),
    {
      footnotes: `<w:footnote w:id="4">${paragraph(`<w:r><w:footnoteRef/></w:r>${run('含上级资金。')}`)}</w:footnote>`,
    },
  );
  expect(reading.decoded).toBe('投资2[1]亿元\n云溪市水务局\n[1] 含上级资金。');
});

test('merged cells keep their spans', () => {
  const reading = read(
    `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('片区', '<w:vMerge w:val="restart"/>')}${cell('线路', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('现有')}${cell('新增')}</w:tr><w:tr>${cell('东湖')}${cell('12')}${cell('3')}</w:tr></w:tbl>`,
  );
  expect(reading.decoded).toBe('片区\t线路\n现有\t新增\n东湖\t12\t3');
  const table = reading.marks.find(({ kind }) => kind.type === 'table')?.kind;
  expect(table).toMatchObject({
    rows: [
      [
        { at: 0, length: 2, colspan: 1, rowspan: 2, header: true },
        { at: 3, length: 2, colspan: 2, rowspan: 1, header: true },
      ],
      [
        { at: 6, length: 2 },
        { at: 9, length: 2 },
      ],
      [{ length: 2 }, { length: 2 }, { length: 1 }],
    ],
  });
});

test('a soft line break starts a line; page numbers and placeholders are not text', () => {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  expect(
    lines(
      paragraph(`${run('关于第3号')}<w:r><w:br/></w:r>${run('建议的答复')}`) +
        paragraph(field('PAGE', '7') + field('REF x', '见前')) +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('单击此处输入')}</w:sdtContent></w:sdt>` +
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run('同意公开')),
    ),
  ).toEqual(['关于第3号', '建议的答复', '见前', '🗹同意公开']);
});

it('reports hidden text without reading it, and quotes headers in a message', () => {
  const reading = read(paragraph(run('公开') + run('内部意见', '<w:vanish/>')), {
    header: paragraph('云溪市水务局文件'),
  });
  expect(reading.decoded).toBe('公开');
  expect(reading.messages.map(({ rule }) => rule)).toEqual(['hidden-text', 'page-margins']);
});

test('images become attachments in their place', () => {
  const reading = read(
    paragraph(
      `${run('见图')}<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="image1.png"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    ),
    { images: { 'image1.png': new Uint8Array([1, 2, 3]) } },
  );
  expect(reading.attachments).toEqual([{ name: 'image1.png', bytes: Buffer.from([1, 2, 3]) }]);
  expect(reading.marks).toEqual([{ at: 2, length: 0, kind: { type: 'attachment', name: 'image1.png' } }]);
});
