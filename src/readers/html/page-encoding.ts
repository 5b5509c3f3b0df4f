import type { Message } from '../../record/record.ts';
import { decodeText } from '../encoding.ts';
import { ReadError } from '../reading.ts';

export interface DecodedPage {
  html: string;
  encoding: string;
  messages: Message[];
}

/** The share of undecodable bytes above which the encoding or the kind of file is wrong. */
const damagedShare = 0.002;

/**
 * Decodes a page: by its byte order mark; as UTF-8 when valid (pages converted on the way often still declare
 * GB2312); as declared (`<meta charset>`, XML declaration); or by the statistics used for text files. GB2312
 * and GBK are read as their superset GB 18030. A few undecodable bytes become U+FFFD with a warning.
 *
 * @throws ReadError `undecodable`.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const declared = declaredEncoding(bytes);
  const found = markOf(bytes) ?? (isUtf8(bytes) ? 'utf-8' : undefined);
  if (found) return { ...decode(bytes, found), messages: [] };
  if (declared && declared !== 'utf-8') {
    const strict = attempt(bytes, declared);
    if (strict !== undefined) return { html: strict, encoding: declared, messages: [] };
  }
  const guess = decodeText(bytes);
  if ('text' in guess && (!declared || guess.encoding === declared || guess.encoding.startsWith('utf-16')))
    return { html: guess.text, encoding: guess.encoding, messages: [] };
  const lenient = decode(bytes, declared ?? 'utf-8');
  const damaged = lenient.html.match(/\uFFFD/g)?.length ?? 0;
  if (damaged <= Math.max(3, lenient.html.length * damagedShare))
    return { ...lenient, messages: [warn(damaged, lenient.encoding)] };
  if ('text' in guess) return { html: guess.text, encoding: guess.encoding, messages: [] };
  throw new ReadError(
    'undecodable',
    '无法识别网页的文字编码（已试网页声明的编码、UTF-8、UTF-16、GB18030、Big5）。请在浏览器里打开，另存为 UTF-8 网页后再转换。',
  );
}

function warn(damaged: number, encoding: string): Message {
  return {
    level: 'warning',
    rule: 'undecodable-bytes',
    line: 1,
    column: 1,
    text: `网页按 ${encoding} 解码时有 ${damaged} 处字节无法识别，已记为“\uFFFD”。请对照原网页补正。`,
  };
}

function decode(bytes: Uint8Array, encoding: string): { html: string; encoding: string } {
  return { html: new TextDecoder(encoding).decode(bytes), encoding };
}

function attempt(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  const text = attempt(bytes, 'utf-8');
  // Zero bytes mean UTF-16 without a mark, in which ASCII is valid UTF-8 too.
  return text !== undefined && !text.includes('\0');
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * The declared encoding by its WHATWG name; undefined for unknown labels and for UTF-16, which cannot be
 * declared in ASCII.
 */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  const label =
    /<meta\s[^>]*?charset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    const name = new TextDecoder(label).encoding;
    if (name.startsWith('utf-16')) return undefined;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return undefined;
  }
}
