import {
  cell,
  definition,
  level,
  paragraph,
  run,
  writeDocx,
} from '../../src/readers/docx/docx-writer.fixture.ts';
import type { Block } from './block.ts';
import { paperHeader } from './header.ts';
import type { Truth } from './truth.ts';

/**
 * How headings are marked: `typed` by hand in a bold face, as in most letters; `styled` with Word's styles;
 * `numbered` with styles and automatic numbers.
 */
export type Headings = 'typed' | 'styled' | 'numbered';

/** A letter as DOCX. */
export function wordFile(truth: Truth, headings: Headings): Uint8Array {
  const header = paperHeader(truth).map(({ label, value }) =>
    line(label === '' ? value : `${label}：${value}`, label === '' ? '<w:jc w:val="center"/>' : ''),
  );
  const last = truth.blocks.length - 2;
  const blocks = truth.blocks.map((block, at) => {
    if (block.kind === 'heading') return heading(block, headings);
    if (block.kind === 'table') return table(block.rows);
    if (at >= last) return line(block.text, '<w:jc w:val="right"/>');
    return line(block.text, at === 0 ? '' : indent);
  });
  const titleStyle = headings === 'typed' ? '' : '<w:pStyle w:val="Title"/>';
  const title = line(truth.frontmatter.title, `${titleStyle}<w:jc w:val="center"/>`, bold(44));
  const numbers = definition(
    1,
    level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>'),
    level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'),
  );
  return writeDocx({
    body: `${[...header, title, ...blocks].join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1587" w:bottom="1440" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`,
    styles,
    ...(headings === 'numbered' && { numbering: numbers.abstract + numbers.use }),
  });
}

const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const fonts =
  '<w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/>';
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const styles = [
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  style('Normal', 'Normal'),
  style('Title', 'Title'),
  style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('Heading2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
].join('');
const bold = (size: number) => `<w:b/><w:sz w:val="${size}"/>`;

function heading({ text, depth }: Extract<Block, { kind: 'heading' }>, headings: Headings): string {
  const rank = depth - 1;
  if (headings === 'typed') return line(text, indent, bold(32));
  const named = `<w:pStyle w:val="Heading${rank}"/>`;
  if (headings === 'styled') return line(text, named + indent, bold(32));
  const listed = `<w:numPr><w:ilvl w:val="${rank - 1}"/><w:numId w:val="1"/></w:numPr>`;
  return line(
    text.replace(/^(\p{Script=Han}+、|（\p{Script=Han}+）)/u, ''),
    named + listed + indent,
    bold(32),
  );
}

function line(text: string, properties: string, face = ''): string {
  return paragraph(run(escape(text), face), properties);
}

function table(rows: readonly string[][]): string {
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  const columns = rows[0]?.map(() => '<w:gridCol w:w="2800"/>').join('') ?? '';
  const width = '<w:tcW w:w="2800" w:type="dxa"/>';
  const body = rows.map((row) => `<w:tr>${row.map((text) => cell(escape(text), width)).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${body.join('')}</w:tbl>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
