import { formatOf, type Format } from './format.ts';
import { ReadError, type Reading } from './reading.ts';
import { readText } from './text.ts';

const unread: Record<Exclude<Format, 'txt'>, string> = {
  html: '网页（HTML）',
  pdf: 'PDF',
  zip: 'ZIP 容器（DOCX、OFD 等）',
  ole: 'DOC 或 WPS 文档',
  rtf: 'RTF 文档',
  image: '图片',
  gzip: '压缩文件',
};

/**
 * Reads received bytes by the reader of their format, which the first bytes tell.
 *
 * @throws ReadError when they cannot be read.
 */
export function readReceived(bytes: Uint8Array): Reading {
  if (bytes.length === 0) throw new ReadError('empty-file', '文件是空的（0 字节）。请重新获取原件。');
  const format = formatOf(bytes);
  if (format === 'txt') return readText(bytes);
  throw new ReadError(
    'unread-format',
    `这是${unread[format]}，本版本还不能读取。请另存为纯文本（TXT）后再转换，并保留原件。`,
  );
}
