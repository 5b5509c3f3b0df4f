import { decodeText } from '../encoding.ts';
import { ReadError, type Reading } from '../reading.ts';
import { findTextTables } from './text-table.ts';

/**
 * Reads a plain text file: the whole text including its byte order mark, with the tables typed in it marked.
 *
 * @throws ReadError for bytes that are not text.
 */
export function readText(bytes: Uint8Array): Reading {
  const result = decodeText(bytes);
  if ('text' in result)
    return {
      format: 'txt',
      encoding: result.encoding,
      decoded: result.text,
      marks: findTextTables(result.text),
      attachments: [],
      messages: [],
    };
  if (result.failure === 'binary')
    throw new ReadError(
      'binary-file',
      '文件内容不是文字（含有二进制数据）。请确认文件没有损坏，或另存为文本后再转换。',
    );
  if (result.failure === 'truncated')
    throw new ReadError('truncated', '文件在一个字的中间断开，末尾残缺。请重新获取完整的原件。');
  throw new ReadError(
    'undecodable',
    '无法识别文字编码（已试 UTF-8、UTF-16、GB18030、Big5）。请用文本编辑器另存为 UTF-8 后再转换。',
  );
}
