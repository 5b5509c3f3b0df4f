import { readFileSync, statSync } from 'node:fs';
import { positionsIn } from '../reply/position.ts';
import { displayPath } from './display-path.ts';
import { errorAt, fileStart, type Finding, type TextEdit } from './finding.ts';
import { hiddenInSource } from './hidden-text.ts';
import type { RuleCode } from './rule-codes.ts';
import { mergeConflicts } from './merge-conflict.ts';

/** Larger files are not read: no letter is that long, and the time to read one grows faster than its size. */
const largestFile = 1024 * 1024;

const missing = '没有这个文件。请检查路径。';

/** A text file of the content folder. */
export interface TextFile {
  /** The path that findings name. */
  path: string;
  /** The whole text; empty where it cannot be read. */
  source: string;
  /** What is wrong with its bytes and characters. */
  findings: Finding[];
}

/**
 * Reads a file of the content folder as UTF-8 text, within a bound of size. Synchronous, as are all readers of content:
 * ten thousand small files take a third of the time, in threads that have nothing else to do meanwhile.
 */
export function readTextFile(file: string): TextFile {
  const path = displayPath(file);
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) return unread(path, 'missing', missing);
    if (size > largestFile) return unread(path, 'size', tooLarge(size));
    return readText(path, readFileSync(file));
  } catch (error) {
    return isMissing(error) ? unread(path, 'missing', missing) : unread(path, 'unreadable', reasonOf(error));
  }
}

/** Reads bytes as UTF-8 text. @param path The path that findings name. */
export function readText(path: string, bytes: Buffer): TextFile {
  if (bytes.length > largestFile) return unread(path, 'size', tooLarge(bytes.length));
  if (isUtf16(bytes)) return unread(path, 'encoding', '这个文件是 UTF-16 编码。请另存为“UTF-8（无 BOM）”。');
  const source = bytes.toString('utf8');
  const damage = firstDifference(bytes, Buffer.from(source));
  if (damage !== undefined) {
    const place = positionsIn(source)(bytes.subarray(0, damage).toString('utf8').length);
    return {
      ...unread(path, 'encoding', ''),
      findings: [
        errorAt(path, place, 'encoding', `${describeEncoding(bytes)}。请把文件另存为“UTF-8（无 BOM）”。`),
      ],
    };
  }
  if (source.startsWith('\uFEFF'))
    return unread(path, 'encoding', '文件开头有字节顺序标记（BOM）。请另存为“UTF-8（无 BOM）”。', [
      { at: 0, length: 1, text: '' },
    ]);
  if (source.includes('\r') && !source.includes('\n'))
    return unread(path, 'encoding', '文件的换行符是旧式的（CR），会被看作一整行。请另存为 LF 或 CRLF 换行。');
  const conflicts = mergeConflicts(source);
  if (conflicts.length > 0) {
    const findings = conflicts.map(({ text, ...place }) => errorAt(path, place, 'merge-conflict', text));
    return { path, source: '', findings };
  }
  return { path, source, findings: hiddenInSource(path, source) };
}

function unread(path: string, rule: RuleCode, text: string, fix?: readonly TextEdit[]): TextFile {
  return { path, source: '', findings: [errorAt(path, fileStart, rule, text, fix)] };
}

function isUtf16(bytes: Buffer): boolean {
  return bytes.length > 1 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0));
}

/** Chinese text that is not UTF-8 is mostly GBK, which other bytes hardly are by chance. */
function describeEncoding(bytes: Buffer): string {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return '这里不是 UTF-8 编码，整个文件像是 GBK 编码';
  } catch {
    return '这里不是 UTF-8 编码';
  }
}

function tooLarge(size: number): string {
  return `文件有 ${Math.ceil(size / 1024)} KB，超过 ${largestFile / 1024} KB，不像一份手写的文字。请把图片、表格等另存为原件的附件。`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code));
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EISDIR') return '这是文件夹，不是文件。请改名或移走。';
  return `读不了这个文件（${code}）。请检查权限和磁盘。`;
}

/** Where two byte strings first differ: invalid UTF-8 has become U+FFFD in the second. */
function firstDifference(bytes: Buffer, decoded: Buffer): number | undefined {
  if (bytes.equals(decoded)) return undefined;
  const at = bytes.findIndex((byte, index) => byte !== decoded[index]);
  return at === -1 ? bytes.length : at;
}
