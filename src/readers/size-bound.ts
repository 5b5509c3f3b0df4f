import { textLimits } from './text-limits.ts';
import { familyOf, type FormatFamily, type RefusedFormat } from './format.ts';
import { ReadError } from './reading.ts';

const megabyte = 2 ** 20;

interface Bound {
  /** The family's name in messages. */
  name: string;
  bytes: number;
}

const bounds: Record<Exclude<FormatFamily, RefusedFormat>, Bound> = {
  // No supported encoding takes more than four bytes per UTF-16 code unit, byte order mark included.
  txt: { name: '纯文本', bytes: 4 * textLimits.text },
  // A page saved with its images inside takes some megabytes.
  html: { name: '网页', bytes: 32 * megabyte },
  // Documents with photographs.
  // Encoded in Base64.
  mhtml: { name: '网页存档', bytes: 64 * megabyte },
  email: { name: '邮件', bytes: 64 * megabyte },
  zip: { name: ' DOCX、OFD 或压缩包', bytes: 200 * megabyte },
  ole: { name: ' DOC ', bytes: 100 * megabyte },
  // Pictures are written in hexadecimal digits.
  rtf: { name: ' RTF ', bytes: 100 * megabyte },
  // Pictures are written in Base64.
  'word-xml': { name: ' Word XML ', bytes: 100 * megabyte },
  pdf: { name: ' PDF ', bytes: 200 * megabyte },
  image: { name: '图像', bytes: 200 * megabyte },
};

/** How many bytes from the beginning of a file decide its family. */
export const headBytes = 1 << 16;

/**
 * The most bytes that a file may have whose first {@link headBytes} are these; 0 when no reader takes its
 * format.
 */
export function largestSize(head: Uint8Array): number {
  return boundOf(head)?.bytes ?? 0;
}

/**
 * Refuses a file that is too large for its format, before it is read, unpacked or decoded. Formats without a
 * reader pass: they are refused later, by name.
 *
 * @param head The first {@link headBytes} of the file.
 * @param size Its size in bytes, as far as known; a file that is still growing may have more.
 * @throws ReadError `too-large`.
 */
export function refuseLarge(head: Uint8Array, size: number): void {
  const bound = boundOf(head);
  if (!bound || size <= bound.bytes) return;
  throw new ReadError(
    'too-large',
    `文件超过${bound.name}的上限 ${inMegabytes(bound.bytes)} MB，不像一件答复，没有读取。请确认是不是选错了文件，或把各件答复分开、缩小图片后再转换。`,
  );
}

function boundOf(head: Uint8Array): Bound | undefined {
  return (bounds as Partial<Record<FormatFamily, Bound>>)[familyOf(head)];
}

function inMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1).replace('.0', '');
}
