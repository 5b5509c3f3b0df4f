import { basename } from 'node:path';
import { familyOf, isRefused, refusal } from '../readers/format.ts';
import { ReadError, type Attachment } from '../readers/reading.ts';
import { headBytes, largestSize, refuseLarge } from '../readers/size-bound.ts';
import { readUpTo, withPlainFile } from './plain-file.ts';

/** The most bytes of a file that an editor gives: larger ones are not put on a site. */
const largestGiven = 50 * 2 ** 20;

/**
 * Reads a received file whole, unless it is too large for its format or of a format that no reader takes: its first
 * 64 KB show that, and then the rest is not read. A file that grows while it is read cannot evade the bound.
 *
 * @throws ReadError in Chinese.
 */
export async function readReceivedBytes(file: string): Promise<Uint8Array> {
  if (file === '-') throw new ReadError('unreadable', '不从标准输入读取。请先存成文件，再给出它的路径。');
  const advice = '这是文件夹，不是文件。请给出文件夹里的文件，例如 文件夹/*.txt。';
  return withPlainFile(file, advice, async (handle, size) => {
    const head = await readUpTo(handle, headBytes);
    refuseLarge(head, size);
    const family = familyOf(head);
    if (isRefused(family)) throw refusal(family);
    const bytes = Buffer.concat([head, await readUpTo(handle, largestSize(head) + 1 - head.length)]);
    refuseLarge(head, bytes.length);
    return bytes;
  });
}

/**
 * Reads the files that an editor gives with `--with`.
 *
 * @throws ReadError `with-file` in Chinese, with the path, for the first that cannot be kept.
 */
export async function readGiven(paths: readonly string[]): Promise<Attachment[]> {
  const given: Attachment[] = [];
  for (const path of paths) {
    try {
      given.push({ name: basename(path), bytes: await readGivenFile(path) });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      throw new ReadError('with-file', `--with ${path}：${error.message}`);
    }
  }
  return given;
}

/** The most bytes of all pages together: 500 sheets as scanners save them, and what memory holds several times. */
const largestPages = 200 * 2 ** 20;

/**
 * Reads the images that are the further pages of a letter.
 *
 * @param first The bytes of the first page, which count too.
 * @throws ReadError in Chinese, with the path.
 */
export async function readFurtherPages(paths: readonly string[], first: number): Promise<Attachment[]> {
  const pages: Attachment[] = [];
  let size = first;
  for (const path of paths) {
    const bytes = await readReceivedBytes(path).catch((error: unknown) => {
      throw error instanceof ReadError
        ? new ReadError(error.code, `--pages ${path}：${error.message}`)
        : error;
    });
    size += bytes.length;
    if (size > largestPages)
      throw new ReadError(
        'too-large',
        `各页图像合计超过 ${largestPages / 2 ** 20} MB，不宜公开。请把图像缩小到 300 dpi、存为 JPEG，再转换。`,
      );
    pages.push({ name: basename(path), bytes });
  }
  return pages;
}

async function readGivenFile(path: string): Promise<Uint8Array> {
  const advice = '这是文件夹，不是文件。请给出其中的文件，可多次使用 --with。';
  return withPlainFile(path, advice, async (handle, size) => {
    const bytes = size > largestGiven ? undefined : await readUpTo(handle, largestGiven + 1);
    if (!bytes || bytes.length > largestGiven)
      throw new ReadError(
        'too-large',
        `文件超过 ${largestGiven / 2 ** 20} MB，不宜作为附件公开。请确认是不是选错了文件。`,
      );
    if (bytes.length === 0) throw new ReadError('empty', '文件是空的。请向来源重新索取。');
    return bytes;
  });
}
