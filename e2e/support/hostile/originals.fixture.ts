import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convert } from '../../../src/convert/convert.ts';
import { planLetter } from '../../../src/record/planned-letter.ts';
import { saveLetter } from '../../../src/record/save-letter.ts';

const run = 'window.hacked=1;alert(1)';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><script>${run}</script></svg>`;
const page = `<!doctype html><html><head><title>虚构</title><meta http-equiv="refresh" content="0;url=https://evil.example/">
<script>${run}</script><link rel="stylesheet" href="https://evil.example/x.css"></head>
<body onload="${run}"><img src="https://evil.example/a.png" onerror="${run}">${svg}</body></html>`;
const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></html>`;
const styled = `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="data:text/xsl,${encodeURIComponent(page)}"?><a/>`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel>${xhtml.slice(21)}</channel></rss>`;
const schema = `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${xhtml.slice(21)}</xs:schema>`;
const archive = `From: <虚构>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${page}`;

/** Extensions that some browser, server or desktop treats as an active document. */
const dangerous =
  'html htm shtml xhtml xht mht mhtml svg svgz xml xsl xslt xsd rss atom rdf xyz hta php php5 phtml cgi asp aspx jsp js mjs css json webmanifest swf jar url lnk appcache eml htc wml pdfa ico md log bin'.split(
    ' ',
  );
/** Extensions of allowed formats, here with the bytes of an HTML page. */
const trusted =
  'pdf docx xlsx pptx doc xls ppt wps et ofd odt rtf zip rar 7z png jpg jpeg gif webp bmp tif csv txt'.split(
    ' ',
  );
/** Signatures of allowed formats, to be followed by an HTML page. */
const signatures: Record<string, string> = {
  pdf: '%PDF-1.7\n',
  png: '\x89PNG\r\n\x1a\n',
  jpg: '\xff\xd8\xff\xe0',
  jfif: '\xff\xd8\xff\xe0',
  gif: 'GIF89a/*',
  webp: 'RIFF\0\0\0\0WEBP',
  bmp: 'BM<!--\0\0\0\0',
  tif: 'II*\0',
  zip: 'PK\x03\x04',
  docx: 'PK\x03\x04',
  ofd: 'PK\x03\x04',
  et: 'PK\x03\x04',
  odt: 'PK\x03\x04',
  doc: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  wps: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  rtf: '{\\rtf1',
  rar: 'Rar!\x1a\x07\0',
  '7z': '7z\xbc\xaf\x27\x1c',
};
const oddNames = [
  '无扩展名',
  '页.html.',
  '页.html ',
  '.png',
  '.htaccess',
  '页.pdf.html',
  '页.html.pdf',
  '页.php.png',
  '大写.HTML',
  '大写.PNG',
];

const latin1 = (head: string, text: string) =>
  Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(text)]);

/** Files that would run, load or navigate if a browser took them for pages, by their received names. */
export const hostileOriginals: ReadonlyMap<string, Uint8Array> = new Map<string, Uint8Array>([
  ...[...dangerous, ...trusted].map((one): [string, Uint8Array] => [`页.${one}`, Buffer.from(page)]),
  ...oddNames.map((name): [string, Uint8Array] => [name, Buffer.from(page)]),
  ...['svg', 'png', 'xml', 'txt', 'csv'].map((one): [string, Uint8Array] => [`图.${one}`, Buffer.from(svg)]),
  ...Object.entries(signatures).flatMap(([one, head]): [string, Uint8Array][] => [
    [`混.${one}`, latin1(head, page)],
    [`混-${one}.html`, latin1(head, page)],
  ]),
  ['体.xht', Buffer.from(xhtml)],
  ['体.xml', Buffer.from(xhtml)],
  ['样.xml', Buffer.from(styled)],
  ['订.rss', Buffer.from(feed)],
  ['构.xsd', Buffer.from(schema)],
  ['存.mht', Buffer.from(archive)],
  ['宽.txt', Buffer.from(`\ufeff${page}`, 'utf16le')],
  ['宽页', Buffer.from(`\ufeff${page}`, 'utf16le')],
  ['前.csv', Buffer.from(`甲,乙\n${page}`)],
  ['空.html', Buffer.from(`${' \n'.repeat(300)}${page}`)],
]);

/** The received file of the letter to which they belong. */
const received = '答复.hta';
const place = '2022/hostile-originals';

/**
 * Writes a letter (虚构) with every hostile original, some of them shown as images, and a letter converted from
 * a page with embedded images of invented types.
 */
export async function writeHostileOriginals(content: string): Promise<void> {
  const folder = join(content, 'originals', place);
  await mkdir(folder, { recursive: true });
  await mkdir(join(content, 'replies/2022'), { recursive: true });
  for (const [name, bytes] of hostileOriginals) await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, received), page);
  await writeFile(join(folder, '未登记.html'), page);
  await writeFile(join(folder, 'edits.json'), JSON.stringify(record()));
  const shown = ['图.png', '图.svg', '混.png', '混.jfif'].map(
    (name, index) => `![原件插图${index + 1}](../../originals/${place}/${encodeURIComponent(name)})`,
  );
  const source = `source:\n  file: ${place}/${received}\n  sha256: ${sha256(page)}\n`;
  await writeFile(
    join(content, `replies/${place}.md`),
    `---\ntitle: 虚构的原件\nissuer: 虚构局\nissuedOn: 2022-03-01\n${source}---\n\n虚构委员：\n\n${shown.join('\n\n')}\n`,
  );
  await convertHostilePage(content);
}

function record(): object {
  const attachments = [...hostileOriginals].map(([name, bytes]) => ({
    name,
    sha256: sha256(bytes),
    bytes: bytes.length,
  }));
  return {
    sha256: sha256(page),
    decoded: '虚构的原件\n虚构局\n2022-03-01\n虚构委员：\n',
    edits: [],
    dropped: [],
    attachments,
  };
}

/** A page with embedded images that claim the types of pages, and one genuine image. */
async function convertHostilePage(content: string): Promise<void> {
  const data = (type: string) => `<img src="data:${type};base64,${Buffer.from(page).toString('base64')}">`;
  const images = ['image/xyz', 'image/hta', 'image/svg+xml', 'image/png', 'text/html'].map(data).join('');
  const gif = latin1('GIF89a', page).toString('base64');
  const html = `<!doctype html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="关于市政协九届三次会议第37号提案的答复"></head>
<body><div class="TRS_Editor"><p>陈望之委员：</p><p>您提出的《关于优化公交线路的提案》（虚构）收悉，现答复如下：</p>
<p>${images}<img src="data:image/xyz;base64,${gif}"></p><p>云溪市交通运输局</p><p>2022年6月18日</p></div></body></html>`;
  const bytes = Buffer.from(html);
  const { record: converted, attachments } = await convert(bytes, '虚构.html');
  await saveLetter(content, planLetter(content, converted, bytes, attachments), true);
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
