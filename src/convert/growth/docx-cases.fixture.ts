import {
  cell,
  definition,
  level,
  listed,
  paragraph,
  run,
  writeDocx,
  type DocxParts,
} from '../../readers/docx/docx-writer.fixture.ts';
import { readDocx } from '../../readers/docx/docx.ts';
import type { GrowthCase } from './growth-case.fixture.ts';
import { listOf, textOf } from './list.fixture.ts';

const styled = (style: string) => `<w:pStyle w:val="${style}"/>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const picture = (id: string) =>
  paragraph(`<w:r><w:drawing><a:graphic><a:blip r:embed="${id}"/></a:graphic></w:drawing></w:r>`);
const box = (inner: string) =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const row = (cells: string) => `<w:tr>${cells}</w:tr>`;
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`;
const reference = (kind: string, id: number) => paragraph(`<w:r><w:${kind} w:id="${id}"/></w:r>`);
const style = (id: string, more: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
const image = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
const relations = (all: readonly string[]) =>
  Buffer.from(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  );
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** Bodies that repeat one thing. */
const bodies: Record<string, (count: number) => string> = {
  paragraphs: (count) => textOf(count, () => paragraph('我局已办结（虚构）。')),
  'runs in a paragraph': (count) => paragraph(textOf(count, () => run('甲', '<w:b/>'))),
  'text elements in a run': (count) => paragraph(`<w:r>${'<w:t>甲</w:t>'.repeat(count)}</w:r>`),
  'properties in a paragraph': (count) => textOf(count, () => paragraph('甲', '<w:jc/><w:ind/>')),
  'rows of a table': (count) => table(textOf(count, () => row(cell('甲') + cell('1')))),
  'cells of a row': (count) => table(row(textOf(count, () => cell('甲'))).repeat(2)),
  'wide spans': (count) =>
    table(textOf(count, (index) => row(cell('甲', `<w:gridSpan w:val="${(index % 900) + 2}"/>`)))),
  'spans down': (count) =>
    table(
      textOf(count, (index) =>
        row(cell('甲', `<w:vMerge${index === 0 ? ' w:val="restart"' : ''}/>`) + cell('乙')),
      ),
    ),
  'older spans across': (count) => table(row(textOf(count, () => cell('甲', '<w:hMerge/>')))),
  tables: (count) => textOf(count, () => table(row(cell('甲') + cell('乙')))),
  'tables in tables': (count) =>
    textOf(Math.ceil(count / 20), () =>
      listOf(20, () => 0).reduce((inner) => table(row(`<w:tc>${inner}${paragraph('甲')}</w:tc>`)), ''),
    ),
  'content controls': (count) =>
    textOf(count, () => `<w:sdt><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt>`),
  'tracked changes': (count) =>
    textOf(count, () => paragraph(`<w:ins>${run('甲')}</w:ins><w:del>${run('乙')}</w:del>`)),
  'deleted paragraph marks': (count) => textOf(count, () => paragraph('甲', '<w:rPr><w:del/></w:rPr>')),
  bookmarks: (count) =>
    paragraph(textOf(count, (index) => `<w:bookmarkStart w:id="${index}" w:name="a${index}"/>` + run('甲'))),
  comments: (count) => textOf(count, (index) => reference('commentReference', index)),
  'hyperlinks in a paragraph': (count) =>
    paragraph(textOf(count, () => `<w:hyperlink>${run('甲')}</w:hyperlink>`)),
  fields: (count) =>
    textOf(count, () =>
      paragraph(field('begin') + code('DATE') + field('separate') + run('甲') + field('end')),
    ),
  'fields never ended': (count) =>
    textOf(count, () => paragraph(field('begin') + code('DATE') + field('separate') + run('甲'))),
  'a long field code': (count) =>
    paragraph(field('begin') + code('   ').repeat(count) + field('separate') + run('甲').repeat(count)),
  'text boxes': (count) => textOf(count, () => paragraph(box(paragraph('甲')))),
  'text boxes in a paragraph': (count) => paragraph(box(paragraph('甲')).repeat(count)),
  'paragraphs in a text box': (count) => paragraph(box(paragraph('甲').repeat(count))),
  alternatives: (count) =>
    paragraph(
      textOf(
        count,
        () => `<mc:AlternateContent><mc:Choice Requires="wps">${run('甲')}</mc:Choice></mc:AlternateContent>`,
      ),
    ),
  symbols: (count) => paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'.repeat(count)),
};

/** Documents whose other parts are large too. */
const documents: Record<string, (count: number) => DocxParts> = {
  'numbered paragraphs': (count) => {
    const { abstract, use } = definition(1, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%2.'));
    const body = textOf(count, (index) => paragraph('甲', listed(1, index % 2)));
    return { body, numbering: abstract + use };
  },
  'numbering definitions': (count) => {
    const all = listOf(count, (index) => definition(index, level(0, 'decimal', '%1.')));
    const numbering = all.map(({ abstract }) => abstract).join('') + all.map(({ use }) => use).join('');
    return { body: textOf(count, (index) => paragraph('甲', listed(index))), numbering };
  },
  'numberings by style': (count) => {
    const linked = textOf(
      count,
      (index) =>
        `<w:abstractNum w:abstractNumId="${index}"><w:numStyleLink w:val="s${index}"/></w:abstractNum><w:num w:numId="${index}"><w:abstractNumId w:val="${index}"/></w:num>`,
    );
    const styles = textOf(count, (index) => style(`s${index}`, `<w:pPr>${listed(index)}</w:pPr>`));
    return { body: paragraph('甲', listed(1)), numbering: linked, styles };
  },
  'numberings of one long definition': (count) => {
    const { abstract } = definition(1, level(0, 'decimal', '%1.').repeat(count));
    const use = (index: number) => `<w:num w:numId="${index}"><w:abstractNumId w:val="1"/></w:num>`;
    const numbering = abstract + textOf(count, use);
    return { body: textOf(count, (index) => paragraph('甲', listed(index))), numbering };
  },
  'levels of a numbering': (count) => {
    const levels = listOf(count, (index) => level(index, 'decimal', `%1.`));
    const { abstract, use } = definition(1, ...levels);
    return { body: textOf(count, () => paragraph('甲', listed(1))), numbering: abstract + use };
  },
  'a long number': (count) => {
    const { abstract, use } = definition(1, level(0, 'decimal', '%1甲'.repeat(count)));
    return { body: textOf(count, () => paragraph('甲', listed(1))), numbering: abstract + use };
  },
  'styles on each other': (count) => ({
    body: textOf(count, (index) => paragraph('甲', styled(`s${count - 1 - index}`))),
    styles: textOf(count, (index) => style(`s${index}`, `<w:basedOn w:val="s${index - 1}"/>`)),
  }),
  'styles on each other in a circle': (count) => ({
    body: textOf(count, (index) => paragraph('甲', styled(`s${index}`))),
    styles: textOf(count, (index) => style(`s${index}`, `<w:basedOn w:val="s${(index + 1) % count}"/>`)),
  }),
  footnotes: (count) => ({
    body: textOf(count, (index) => reference('footnoteReference', index)),
    footnotes: textOf(count, (index) => `<w:footnote w:id="${index}">${paragraph('注')}</w:footnote>`),
  }),
  'footnotes that are missing': (count) => ({
    body: textOf(count, (index) => reference('footnoteReference', count + index)),
    footnotes: textOf(count, (index) => `<w:footnote w:id="${index}">${paragraph('注')}</w:footnote>`),
  }),
  images: (count) => ({
    body: textOf(count, (index) => picture(`${index}.png`)),
    images: Object.fromEntries(listOf(count, (index) => [`${index}.png`, image])),
  }),
  'one image many times': (count) => ({
    body: textOf(count, () => picture('a.png')),
    images: { 'a.png': image },
  }),
  relationships: (count) => ({
    body: textOf(count, (index) => picture(`r${index}`)),
    entries: {
      'word/_rels/document.xml.rels': relations(
        listOf(count, (index) => relation(`r${index}`, 'image', `media/${index}.png`)),
      ),
    },
  }),
  'one header named many times': (count) => ({
    body: paragraph('甲'),
    header: textOf(count, () => paragraph('页眉')),
    entries: {
      'word/_rels/document.xml.rels': relations(
        listOf(count, (index) => relation(`r${index}`, 'header', 'header.xml')),
      ),
    },
  }),
};

function docxCase(what: string, parts: (count: number) => DocxParts): GrowthCase {
  return {
    name: `${what} of a DOCX`,
    prepare: (size) => {
      const bytes = writeDocx(parts(size));
      return () => Promise.resolve().then(() => readDocx(bytes));
    },
  };
}

/**
 * DOCX files with much of something (虚构). Runs the reader only: its text then takes the same path as plain
 * text.
 */
export const docxCases: GrowthCase[] = [
  ...Object.entries(bodies).map(([what, body]) => docxCase(what, (count) => ({ body: body(count) }))),
  ...Object.entries(documents).map(([what, parts]) => docxCase(what, parts)),
];
