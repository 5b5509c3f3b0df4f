// Converts one received file after another, in a process of its own: several use all processors, and one that a file
// kills takes no other file with it.
import type { Conversion } from '../../convert/convert.ts';
import { serveTasks } from '../../queue/task-process.ts';
import { ReadError } from '../../readers/reading.ts';
import { convertReceived, type ReceivedPaths } from '../received-letters.ts';

/** What became of it. */
export type ConversionAnswer =
  | { type: 'converted'; conversion: Conversion }
  | { type: 'refused'; code: ReadError['code']; message: string }
  | { type: 'failed'; message: string };

serveTasks(async (paths: ReceivedPaths): Promise<ConversionAnswer> => {
  try {
    const { conversion } = await convertReceived(paths);
    return { type: 'converted', conversion };
  } catch (error) {
    if (error instanceof ReadError) return { type: 'refused', code: error.code, message: error.message };
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
});
