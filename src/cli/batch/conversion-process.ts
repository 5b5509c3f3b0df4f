// Converts one received file after another, in a process of its own: several use all processors, and one that a file
// kills takes no other file with it.
import type { Conversion } from '../../convert/convert.ts';
import { serveTasks } from '../../queue/task-process.ts';
import { ReadError } from '../../readers/reading.ts';
import type { KeptPages } from '../../readers/scan/ocr-work.ts';
import { keptPages } from '../kept-pages.ts';
import { convertReceived, type ReceivedPaths } from '../received-letters.ts';

/** What became of it. */
export type ConversionAnswer =
  | { type: 'converted'; conversion: Conversion }
  | { type: 'refused'; code: ReadError['code']; message: string }
  | { type: 'failed'; message: string };

/** A letter to be converted. */
export interface ConversionTask {
  paths: ReceivedPaths;
  /** The folder of all caches. */
  cache: string;
}

let kept: KeptPages | undefined;

serveTasks(async ({ paths, cache }: ConversionTask): Promise<ConversionAnswer> => {
  try {
    const { conversion } = await convertReceived(paths, { kept: (kept ??= keptPages(cache)) });
    return { type: 'converted', conversion };
  } catch (error) {
    if (error instanceof ReadError) return { type: 'refused', code: error.code, message: error.message };
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
});
