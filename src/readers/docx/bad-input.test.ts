import { strToU8, zipSync } from 'fflate';
import { expect, it, test } from 'vitest';
import { ReadError } from '../reading.ts';
import { definition, level, listed, paragraph, run, writeDocx } from './docx-writer.fixture.ts';
import { readDocx } from './docx.ts';

/** The code of the error that reading ends in. */
function codeOf(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'read';
}

const good = writeDocx({ body: paragraph('周小满代表：') });
const document = (xml: string): Uint8Array =>
  writeDocx({ body: '', entries: { 'word/document.xml': strToU8(xml) } });
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

test('a DOCX cut anywhere is reported as truncated', () => {
  for (let length = 0; length < good.length; length += 11)
    expect(codeOf(good.subarray(0, length))).toBe('truncated');
});

it.each([
  ['a document type', '<!DOCTYPE d [<!ENTITY a "x">]><d/>', 'xml-doctype'],
  [
    'an entity bomb',
    `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><w:document ${space}>&c;</w:document>`,
    'xml-doctype',
  ],
  ['an unknown entity', `<w:document ${space}>&lol;</w:document>`, 'xml-malformed'],
  ['XML that is cut', `<w:document ${space}><w:body>`, 'xml-malformed'],
  ['nothing', '', 'xml-malformed'],
  ['100 000 levels', `<w:document ${space}>${'<w:p>'.repeat(100_000)}`, 'too-deep'],
  ['another root', '<html/>', 'missing-part'],
])('refuses %s instead of a document', (_, xml, code) => {
  expect(codeOf(document(xml))).toBe(code);
});

it('refuses bytes that are not UTF-8', () => {
  expect(
    codeOf(writeDocx({ body: '', entries: { 'word/document.xml': Uint8Array.of(0x3c, 0xff, 0xfe) } })),
  ).toBe('undecodable');
});

it('reports the missing document of another kind of ZIP', () => {
  expect(codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('missing-part');
});

it('refuses a document that unpacks beyond reason without parsing it', () => {
  expect(codeOf(writeDocx({ body: ' '.repeat(20 << 20) }))).toBe('zip-bomb');
});

test('never opens a ZIP bomb inside: it is an attachment', () => {
  const bomb = zipSync({ a: new Uint8Array(8 << 20) });
  const bytes = writeDocx({ body: paragraph('正文'), entries: { 'word/embeddings/a.zip': bomb } });
  expect(readDocx(bytes).attachments).toEqual([]);
});

it('reads styles and lists that refer to themselves', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const list = definition(1, '<w:numStyleLink w:val="b"/>', level(0, 'decimal', '%1.'));
  const body = paragraph('项', `<w:pStyle w:val="a"/>${listed(1)}`);
  expect(readDocx(writeDocx({ body, styles, numbering: list.abstract + list.use })).decoded).toContain('项');
});

it('reads a footnote that refers to itself', () => {
  const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const bytes = writeDocx({
    body: paragraph(run('见') + reference),
    footnotes: `<w:footnote w:id="1">${paragraph(run('注') + reference)}</w:footnote>`,
  });
  expect(readDocx(bytes).decoded).toBe('见[1]\n[1] 注[1]');
});
