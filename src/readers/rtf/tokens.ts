import { ReadError } from '../reading.ts';

/** A piece of an RTF file (Rich Text Format 1.9.1). */
export type RtfToken =
  | { type: 'open' | 'close' }
  /** A control word, or a symbol as a word of one character; the parameter is undefined where there is none. */
  | { type: 'control'; word: string; parameter: number | undefined }
  /** One character of the file's encoding or more, as written or in hexadecimal digits. */
  | { type: 'text'; bytes: Uint8Array }
  /** The bytes of `\bin`. */
  | { type: 'binary'; bytes: Uint8Array };

/** Control words have at most 32 letters, and Word nests some dozens of groups. */
const bounds = { word: 32, depth: 1000 };

const [backslash, open, close, quote, minus, space] = [0x5c, 0x7b, 0x7d, 0x27, 0x2d, 0x20];

/**
 * Divides an RTF file into tokens, up to the end of its outermost group.
 *
 * rtf-stream-parser reserves whatever `\bin` asks for and copies a text again at each of its line ends.
 *
 * @throws ReadError `truncated` where the file ends inside a group, `too-deep`.
 */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let depth = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === open) {
      depth += 1;
      if (depth > bounds.depth) throw new ReadError('too-deep', tooDeep);
      at += 1;
      yield { type: 'open' };
    } else if (byte === close) {
      depth -= 1;
      at += 1;
      yield { type: 'close' };
      if (depth <= 0) return;
    } else if (byte === backslash) {
      const { token, end } = readControl(bytes, at + 1);
      at = end;
      if (token) yield token;
    } else if (isLineEnd(byte)) at += 1;
    else {
      const from = at;
      while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at += 1;
      yield { type: 'text', bytes: bytes.subarray(from, at) };
    }
  }
  throw new ReadError('truncated', '文件不完整（RTF 在中间断开），可能没有下载完。请重新下载或索取。');
}

const tooDeep = `文件的分组嵌套超过 ${bounds.depth} 层，不像正常公文，已停止读取。请用 Word 或 WPS 打开，另存为 .docx 后再转换。`;

/** Reads what follows a backslash. */
function readControl(bytes: Uint8Array, start: number): { token: RtfToken | undefined; end: number } {
  const first = bytes[start] ?? 0;
  if (first === quote) {
    const digits = /^[\da-f]{1,2}/i.exec(ascii(bytes, start + 1, start + 3))?.[0] ?? '';
    const token: RtfToken | undefined =
      digits === '' ? undefined : { type: 'text', bytes: Uint8Array.of(Number.parseInt(digits, 16)) };
    return { token, end: start + 1 + digits.length };
  }
  if (!isLetter(first)) {
    const word = isLineEnd(first) ? 'par' : String.fromCharCode(first);
    return { token: { type: 'control', word, parameter: undefined }, end: start + 1 };
  }
  let at = start;
  while (at - start < bounds.word && isLetter(bytes[at] ?? 0)) at += 1;
  const word = ascii(bytes, start, at);
  const digits = at;
  if (bytes[at] === minus) at += 1;
  while (at - digits < 11 && isDigit(bytes[at] ?? 0)) at += 1;
  const number = Number.parseInt(ascii(bytes, digits, at), 10);
  const parameter = Number.isNaN(number) ? undefined : number;
  if (bytes[at] === space) at += 1;
  if (word !== 'bin') return { token: { type: 'control', word, parameter }, end: at };
  const end = Math.min(bytes.length, at + Math.max(0, parameter ?? 0));
  return { token: { type: 'binary', bytes: bytes.subarray(at, end) }, end };
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function isSpecial(byte: number): boolean {
  return byte === open || byte === close || byte === backslash || isLineEnd(byte);
}
