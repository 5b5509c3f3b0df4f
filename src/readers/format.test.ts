import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { detectFormat, isRefused, refusal } from './format.ts';
import { goldenFolders } from './golden.fixture.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

it.each([
  ['plain text', strToU8('云溪市水务局关于第3号建议的答复'), 'txt'],
  ['text in GBK', bytes('\xd4\xc6\xcf\xaa\xca\xd0'), 'txt'],
  ['text that has angle brackets', strToU8('关于<云溪河>治理的答复 a < b'), 'txt'],
  ['nothing', new Uint8Array(), 'empty'],
  ['blanks', strToU8('\uFEFF \r\n\t'), 'empty'],
  ['a page', strToU8('<!-- saved from url -->\n<!DOCTYPE html><html>'), 'html'],
  ['a page in UTF-16', Buffer.from('\uFEFF<html><body>答复', 'utf16le'), 'html'],
  ['a fragment', strToU8('<p>林知远委员：</p>'), 'html'],
  ['XHTML', strToU8('<?xml version="1.0"?>\n<html xmlns="x">'), 'html'],
  ['XML', strToU8('<?xml version="1.0"?><w:wordDocument/>'), 'xml'],
  [
    'Word 2003 XML',
    strToU8(
      '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
    ),
    'word-xml',
  ],
  [
    'flat OPC',
    strToU8(
      '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">',
    ),
    'word-xml',
  ],
  [
    'Excel 2003 XML',
    strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    'spreadsheet',
  ],
  [
    'a flat ODT',
    strToU8(
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
    ),
    'odt',
  ],
  ['PDF', bytes('%PDF-1.7\n'), 'pdf'],
  ['PDF after a page of junk', bytes('\n\n%PDF-1.4'), 'pdf'],
  ['PNG', bytes('\x89PNG\r\n\x1a\n'), 'image'],
  ['JPEG', bytes('\xff\xd8\xff\xe0'), 'image'],
  ['TIFF', bytes('II*\0\x08\0\0\0'), 'image'],
  ['BMP', bytes('BM\x46\0\0\0\0\0\0\0\x36'), 'image'],
  ['RTF', bytes('{\\rtf1\\ansi'), 'rtf'],
  ['MHTML', bytes('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related'), 'mhtml'],
  ['DOCX', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
  ['XLSX', zip('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheet'],
  ['PPTX', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'presentation'],
  ['ODT', zip('mimetype', 'content.xml', 'META-INF/manifest.xml'), 'odt'],
  ['ZIP', zip('a.docx'), 'zip'],
  ['RAR', bytes('Rar!\x1a\x07\x01\0'), 'archive'],
  ['an e-mail', bytes('Received: from a\r\nFrom: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n\r\ny'), 'email'],
  ['a cut DOCX', zip('[Content_Types].xml', 'word/document.xml').subarray(0, 120), 'docx'],
  ['a cut OFD', zip('OFD.xml', 'Doc_0/Document.xml').subarray(0, 60), 'ofd'],
])('recognises %s', (_, content, format) => {
  expect(detectFormat(content)).toBe(format);
});

it.each(['html', 'docx', 'doc'])('recognises every golden .%s', (extension) => {
  for (const folder of goldenFolders(extension))
    expect([folder.name, detectFormat(folder.bytes)]).toEqual([folder.name, extension]);
});

it('refuses a format without a reader and says what to do', () => {
  expect(refusal('heic')).toMatchObject({ code: 'heic-file' });
  expect(refusal('encrypted').message).toContain('密码');
  expect(isRefused('heic')).toBe(true);
  expect(isRefused('docx')).toBe(false);
});
