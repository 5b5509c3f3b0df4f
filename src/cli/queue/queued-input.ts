import { familyOf } from '../../readers/format.ts';
import { ReadError, type Attachment } from '../../readers/reading.ts';
import { isDocument, pictureFormat } from '../../reply/original/format.ts';
import { largestJob, mostFiles, type CompanionFile, type ReceivedInput } from '../../queue/reading-job.ts';
import { readFurtherPages, readGiven, readReceivedBytes } from '../received-files.ts';
import type { ReceivedPaths } from '../received-letters.ts';
import { savedFiles, savedPaths } from '../saved-files.ts';

/**
 * Reads a received file with all that a worker may need of the files that belong to it.
 *
 * @throws ReadError in Chinese, also for more than travels through a queue.
 */
export async function readQueuedInput({ file, pages, given }: ReceivedPaths): Promise<ReceivedInput> {
  const bytes = await readReceivedBytes(file);
  const named = (use: CompanionFile['use'], all: readonly Attachment[]) =>
    all.map(({ name, bytes }): CompanionFile => ({ use, path: name, bytes }));
  const files = [
    ...named('given', await readGiven(given)),
    ...named('page', await readFurtherPages(pages, bytes.length)),
    ...(familyOf(bytes) === 'html' ? savedWith(file) : []),
  ];
  const size = files.reduce((sum, one) => sum + one.bytes.length, bytes.length);
  if (size > largestJob || files.length > mostFiles)
    throw new ReadError(
      'too-large',
      `文件连同它的附件超过 ${largestJob / 2 ** 20} MB 或 ${mostFiles} 个，不宜经队列传送。请去掉 --queue，单独转换它。`,
    );
  return { bytes, files };
}

/** The files saved with a page. A reader takes pictures and documents only; of the rest it learns that they are there. */
function savedWith(page: string): CompanionFile[] {
  const read = savedFiles(page);
  return savedPaths(page, mostFiles + 1).flatMap((path): CompanionFile[] => {
    const bytes = read(path);
    if (!bytes) return [];
    const isOfUse = pictureFormat(bytes, true) !== undefined || isDocument(bytes);
    return [{ use: 'saved', path, bytes: isOfUse ? bytes : new Uint8Array() }];
  });
}
