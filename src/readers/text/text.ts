import { decodeText, findBrokenBytes } from '../encoding.ts';
import { ReadError, type Elsewhere, type Reading } from '../reading.ts';
import type { Message } from '../../record/record.ts';
import { opensLetter } from '../opens-letter.ts';
import { isMojibake, undoMojibake } from './mojibake.ts';
import { findTextTables } from './text-table.ts';

/**
 * Reads a plain text file: the whole text including its byte order mark, with the tables typed in it marked.
 *
 * @throws ReadError for bytes that are not text.
 */
export function readText(bytes: Uint8Array): Reading {
  const result = decodeText(bytes);
  if ('text' in result) {
    const undone = opensLetter(result.text) ? undefined : undoMojibake(result.text);
    const { text, encoding } = undone ?? result;
    const garbled = !undone && !opensLetter(text) && isMojibake(text);
    return {
      format: 'txt',
      encoding,
      decoded: text,
      marks: findTextTables(text),
      attachments: [],
      messages: undone ? [restored] : [],
      ...(garbled && { elsewhere: unreadable }),
    };
  }
  if (result.failure === 'binary')
    throw new ReadError(
      'binary-file',
      '文件内容不是文字（含有二进制数据）。请确认文件没有损坏，或另存为文本后再转换。',
    );
  if (result.failure === 'truncated')
    throw new ReadError('truncated', '文件在一个字的中间断开，末尾残缺。请重新获取完整的原件。');
  const broken = findBrokenBytes(bytes);
  if (broken)
    throw new ReadError(
      'undecodable',
      `文字是 ${broken.encoding} 编码，但有 ${broken.count} 处字节不合这种编码，第一处在第 ${broken.line} 行第 ${broken.column} 列。请用文本编辑器补正，另存为 UTF-8 后再转换。`,
    );
  throw new ReadError(
    'undecodable',
    '无法识别文字编码（已试 UTF-8、UTF-16、GB18030、Big5）。请用文本编辑器另存为 UTF-8 后再转换。',
  );
}

const restored: Message = {
  level: 'warning',
  rule: 'mojibake-undone',
  line: 1,
  column: 1,
  text: '文件里的文字曾按错误的编码读过一次，已还原。请核对。',
};

const unreadable: Elsewhere = {
  code: 'mojibake-text',
  text: '文件里的文字是乱码（曾按错误的编码读过再保存，例如把 UTF-8 当作 GBK），无法还原。请向来源重新索取，或从原网页重新复制。',
};
