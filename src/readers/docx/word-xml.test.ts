import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { ReadError } from '../reading.ts';
import { paragraph, run, writeDocx } from './docx-writer.fixture.ts';
import { readDocx } from './docx.ts';
import { readWordXml } from './word-xml.ts';

test.each(goldenFolders('xml'))('$name', async ({ bytes, text, json }) => {
  const reading = readWordXml(bytes);
  await expect(reading.decoded).toMatchFileSnapshot(text);
  await expect(describeReading(reading)).toMatchFileSnapshot(json);
});

/** The same package in one XML file, as Word saves it. */
function flatten(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]) => {
    const content = Buffer.from(bytes);
    const inner = /\.(?:xml|rels)$/.test(name)
      ? `<pkg:xmlData>${content.toString('utf8').replace(/^\s*<\?xml[^>]*\?>/, '')}</pkg:xmlData>`
      : `<pkg:binaryData>${content.toString('base64')}</pkg:binaryData>`;
    return `<pkg:part pkg:name="/${name}">${inner}</pkg:part>`;
  });
  return Buffer.from(
    `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`,
  );
}

const picture = `<w:r><w:drawing><a:graphic><a:blip r:embed="a.png"/></a:graphic></w:drawing></w:r>`;
const documents: [string, Uint8Array][] = [
  ...goldenFolders('docx').map(({ name, bytes }): [string, Uint8Array] => [name, bytes]),
  [
    'a picture',
    writeDocx({ body: paragraph(run('甲') + picture), images: { 'a.png': Uint8Array.of(0x89, 0x50) } }),
  ],
];

test.each(documents)('%s as flat OPC gives what the DOCX gives', (_, docx) => {
  expect(readWordXml(flatten(docx))).toEqual({ ...readDocx(docx), format: 'word-xml' });
});

const space = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"';

test('a document in GBK as its declaration says', () => {
  const xml = Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="GB2312"?><w:wordDocument ${space}><w:body><w:p><w:r><w:t>`),
    Buffer.of(0xb4, 0xf0, 0xb8, 0xb4),
    Buffer.from('</w:t></w:r></w:p></w:body></w:wordDocument>'),
  ]);
  expect(readWordXml(xml).decoded).toBe('答复');
});

test.each([
  [
    'an entity bomb',
    `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:wordDocument ${space}>&b;</w:wordDocument>`,
    'xml-doctype',
  ],
  ['XML that is cut', `<w:wordDocument ${space}><w:body>`, 'xml-malformed'],
  ['100 000 levels', `<w:wordDocument ${space}>${'<w:p>'.repeat(100_000)}`, 'too-deep'],
  ['another document', '<Workbook/>', 'missing-part'],
  [
    'a package without a document',
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
    'missing-part',
  ],
])('refuses %s', (_, xml, code) => {
  const read = () => readWordXml(Buffer.from(xml));
  expect(read).toThrow(ReadError);
  expect(read).toThrow(expect.objectContaining({ code }));
});
