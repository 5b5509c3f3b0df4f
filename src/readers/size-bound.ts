import { textLimits } from './text-limits.ts';
import { familyOf, type FormatFamily, type RefusedFormat } from './format.ts';
import { ReadError } from './reading.ts';

const megabyte = 2 ** 20;

interface Bound {
  /** What the family is called in messages. */
  name: string;
  bytes: number;
}

const bounds: Record<Exclude<FormatFamily, RefusedFormat>, Bound> = {
  // No encoding that is read takes more than four bytes a UTF-16 code unit; a byte order mark is one too.
  txt: { name: '纯文本', bytes: 4 * textLimits.text },
  // A saved page with its images inside reaches some megabytes.
  html: { name: '网页', bytes: 32 * megabyte },
  // Documents with photographs.
  zip: { name: ' DOCX 或 OFD ', bytes: 200 * megabyte },
  ole: { name: ' DOC ', bytes: 100 * megabyte },
  pdf: { name: ' PDF ', bytes: 200 * megabyte },
  image: { name: '图像', bytes: 200 * megabyte },
};

/** How many bytes from its beginning tell the family of a file. */
export const headBytes = 1 << 16;

/**
 * The most bytes that a file may have of which these are the first {@link headBytes}; 0 where no reader takes it,
 * however small it is.
 */
export function largestSize(head: Uint8Array): number {
  return boundOf(head)?.bytes ?? 0;
}

/**
 * Refuses a file that is too large for its format, before it is read, unpacked or decoded.
 *
 * @param head The first {@link headBytes} of the file.
 * @param size Its size in bytes, as far as it is known: a file that is still growing may have more.
 * @throws ReadError `too-large`; a format that no reader takes is not refused here.
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
