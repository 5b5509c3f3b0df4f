import { positionsIn, type Position } from '../reply/position.ts';
import type { TextEdit } from './finding.ts';

/** Why a file has no frontmatter, and where. */
export interface FrontmatterFault extends Position {
  text: string;
  fix?: readonly TextEdit[];
}

/** What people write instead of three hyphens, some of which their program made of them. */
const dashes = /^[ \t]*[-—–－─]{2,}[ \t]*\r?$/;
/** A field, a part of one, an item, a comment. */
const matter = /^(?:\s+\S|[-#]|["']?[\p{L}\w-]+["']?[ \t]*[:：])/u;

/**
 * Finds out what keeps a text from beginning with frontmatter.
 *
 * @param source A text that `cutFrontmatter` cannot cut.
 */
export function frontmatterFault(source: string): FrontmatterFault {
  const lines = source.split('\n');
  const starts = lines.map(() => 0);
  for (let index = 1; index < lines.length; index += 1)
    starts[index] = (starts[index - 1] ?? 0) + (lines[index - 1] ?? '').length + 1;
  const at = (index: number) => starts[index] ?? source.length;
  const fault = (offset: number, text: string, fix?: TextEdit): FrontmatterFault => ({
    ...positionsIn(source)(offset),
    text,
    ...(fix && { fix: [fix] }),
  });
  const replaceLine = (index: number): TextEdit => ({
    at: at(index),
    length: (lines[index] ?? '').replace(/\r$/, '').length,
    text: '---',
  });
  const [first = ''] = lines;
  if (!/^---\r?$/.test(first)) {
    const begin = lines.findIndex((line) => line.trim() !== '');
    if (begin > 0 && /^---\r?$/.test(lines[begin] ?? ''))
      return fault(0, '文件头之前不能有空行。请删去。', { at: 0, length: at(begin), text: '' });
    if (dashes.test(first))
      return fault(0, '第一行应恰好是三个半角连字符 ---，前后没有空格。', replaceLine(0));
    if (/^[a-zA-Z]+[ \t]*[:：]/.test(first))
      return fault(0, '文件头之前缺少一行 ---。请在第一行补上。', { at: 0, length: 0, text: '---\n' });
    return fault(0, '文件开头没有由两行 --- 围起的文件头（每行恰好是 ---）。请按编辑指南补上。');
  }
  const like = lines.findIndex((line, index) => index > 0 && dashes.test(line));
  if (like !== -1)
    return fault(at(like), '文件头的结尾应恰好是三个半角连字符 ---，前后没有空格。', replaceLine(like));
  const end = lines.findIndex((line, index) => index > 0 && !matter.test(line));
  const said = '文件头没有结尾。请在正文之前补一行 ---。';
  // Without a field above it, a line of hyphens would end nothing.
  return end > 1 ? fault(at(end), said, { at: at(end), length: 0, text: '---\n' }) : fault(0, said);
}
