import { openCompoundFile } from './compound-file.ts';
import { ReadError } from './reading.ts';
import { openZip } from './zip-archive.ts';

/** What a received file is: a format that has a reader, or one that {@link refusal} explains. */
export type Format = ReadableFormat | RefusedFormat;
type ReadableFormat =
  'txt' | 'html' | 'mhtml' | 'docx' | 'doc' | 'rtf' | 'word-xml' | 'pdf' | 'ofd' | 'image' | 'email' | 'zip';
export type RefusedFormat =
  'empty' | 'encrypted' | 'heic' | 'xml' | 'odt' | 'spreadsheet' | 'presentation' | 'archive' | 'compound';

const signatures: [FormatFamily, RegExp][] = [
  ['rtf', /^\s*\{\\rtf/],
  ['image', /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II[*+]\0|MM\0[*+]|BM.{4}\0{4}|RIFF.{4}WEBP)/s],
  ['archive', /^(?:\x1f\x8b|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c)/],
  // ISO/IEC 23008-12: the brand of an image in a file of ISO's base media format.
  ['heic', /^.{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1|avif)/s],
  // RFC 5322: a header with sender and subject; a saved page has neither receiver nor transport.
  [
    'email',
    /^(?=(?:[^\n]*\n){0,80}?Subject:)(?=(?:[^\n]*\n){0,80}?From:(?! ?<Saved by))(?=(?:[^\n]*\n){0,80}?(?:To|Received|Message-ID|Return-Path):)[A-Za-z-]+:/i,
  ],
  [
    'mhtml',
    /^\s*(?:From|MIME-Version|Subject|Date|Content-Type):[^\n]*\n(?:[^\n]*\n){0,20}?Content-(?:Type|Transfer|Location)/i,
  ],
];

/**
 * Detects a file's format from its bytes; its name does not count. A PDF may begin up to 1 KB into the file,
 * as PDF software allows. The format of a ZIP or OLE2 container follows from its directory, of a truncated one
 * from what is left. Anything without a signature is `txt`.
 *
 * @throws ReadError `zip-bomb` for a directory beyond reason.
 */
export function detectFormat(bytes: Uint8Array): Format {
  const family = familyOf(bytes);
  if (family === 'zip') return zipFormat(bytes);
  return family === 'ole' ? compoundFormat(bytes) : family;
}

/** What the beginning of a file shows: its format, or a container that several formats share. */
export type FormatFamily = Exclude<Format, 'docx' | 'ofd' | 'doc'> | 'ole';

/** Detects a file's family from its first 64 KB. */
export function familyOf(bytes: Uint8Array): FormatFamily {
  if (bytes.length === 0) return 'empty';
  const head = latin1(bytes.subarray(0, 4096));
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const signed = signatures.find(([, pattern]) => pattern.test(head))?.[0];
  if (signed) return signed;
  const text = latin1(bytes.subarray(0, 1 << 16)).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  return markupFormat(text.replaceAll('\0', '')) ?? (/\S/.test(text.replaceAll('\0', '')) ? 'txt' : 'empty');
}

/** Whether a format has no reader. */
export function isRefused(format: Format | FormatFamily): format is RefusedFormat {
  return Object.hasOwn(refusals, format);
}

/** The error for a format without a reader. */
export function refusal(format: RefusedFormat): ReadError {
  const code = format === 'empty' || format === 'encrypted' ? format : (`${format}-file` as const);
  return new ReadError(code, refusals[format]);
}

const refusals: Record<RefusedFormat, string> = {
  empty: '文件是空的。请向来源重新索取。',
  encrypted: '文件设有打开密码。请用办公软件打开、去掉密码后另存，再转换。',
  heic: '这是 HEIC（HEIF）照片。请在手机或电脑上导出为 JPEG 后再转换。',
  xml: '这是 XML 文件，不是网页或公文。请用生成它的软件打开，另存为 .docx 或 PDF 后再转换。',
  odt: '这是 OpenDocument 文件。请用办公软件打开，另存为 .docx 后再转换。',
  spreadsheet: '这是电子表格，不是一件答复。请转换其中的答复正文。',
  presentation: '这是演示文稿，不是一件答复。请转换其中的答复正文。',
  archive: '这是压缩包。请先解压，再转换其中的文件。',
  compound: '文件属于旧式 Office 格式，但里面没有文档正文。请用办公软件打开，另存为 .docx 后再转换。',
};

function zipFormat(bytes: Uint8Array): Format {
  const names = zipNames(bytes);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (has(/^word\//i)) return 'docx';
  if (has(/^xl\//i)) return 'spreadsheet';
  if (has(/^ppt\//i)) return 'presentation';
  if (has(/^content\.xml$/i) && has(/^(?:mimetype|META-INF\/)/)) return 'odt';
  // The main part may have any name: the DOCX reader reports a missing one.
  return has(/^\[Content_Types\]\.xml$/i) ? 'docx' : 'zip';
}

function zipNames(bytes: Uint8Array): string[] {
  try {
    return openZip(bytes).names;
  } catch (error) {
    if (!(error instanceof ReadError) || error.code !== 'truncated') throw error;
    // Truncated, so without a directory: take the names before each file's data.
    const raw = latin1(bytes.subarray(0, 1 << 20));
    return Array.from(
      raw.matchAll(/PK\x03\x04.{22}(.)(.)..(.{0,80})/gs),
      ([, low = '', high = '', name = '']) => name.slice(0, low.charCodeAt(0) + high.charCodeAt(0) * 256),
    );
  }
}

function compoundFormat(bytes: Uint8Array): Format {
  const names = openCompoundFile(bytes)?.names;
  if (!names || names.has('WordDocument')) return 'doc';
  if (names.has('EncryptedPackage')) return 'encrypted';
  if (names.has('Workbook') || names.has('Book')) return 'spreadsheet';
  return names.has('PowerPoint Document') ? 'presentation' : 'compound';
}

/** Recognises HTML even after comments, scripts or stray text; XML only by its declaration. */
function markupFormat(text: string): FormatFamily | undefined {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end === -1) break;
    rest = rest.slice(end + 3).trimStart();
  }
  if (/<(?:!doctype\s+html|html|head|body|frameset)[\s>]/i.test(text)) return 'html';
  if (rest.startsWith('<?xml')) return xmlFormat(rest);
  return /^<(?:meta|title|table|div|p|span|font|center|h[1-6]|script|style|link|ul|ol|br|img|a|b|strong|section|article)[\s/>]/i.test(
    rest,
  )
    ? 'html'
    : undefined;
}

/** By the names of schemas, which the root element states. */
function xmlFormat(text: string): FormatFamily {
  const root = /<[a-z_][^<]*/i.exec(text)?.[0] ?? '';
  if (/^<(?:\w+:)?(?:wordDocument|package)\s/.test(root) && /word\/2003\/wordml|2006\/xmlPackage/.test(root))
    return 'word-xml';
  if (root.includes('opendocument:xmlns:office')) return 'odt';
  return root.includes('schemas-microsoft-com:office:spreadsheet') ? 'spreadsheet' : 'xml';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
