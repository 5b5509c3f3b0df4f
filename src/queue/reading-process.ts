// Reads one received file after another, in a process of its own: a worker renews the lock on its job while a reader
// works, and survives a reader that exhausts the memory.
import { ReadError, type Attachment, type Reading } from '../readers/reading.ts';
import { readReceivedFile } from '../readers/received-file.ts';
import type { CompanionFile, ReceivedInput } from './reading-job.ts';
import { serveTasks } from './task-process.ts';

/** What a reader made of a file. */
export type ReadingAnswer =
  | { type: 'read'; reading: Reading }
  | { type: 'refused'; code: ReadError['code']; message: string }
  | { type: 'failed'; message: string };

serveTasks(read);

async function read({ bytes, files }: ReceivedInput): Promise<ReadingAnswer> {
  const saved = new Map(files.flatMap(({ use, path, bytes }) => (use === 'saved' ? [[path, bytes]] : [])));
  const of = (wanted: CompanionFile['use']) =>
    files.flatMap(({ use, path, bytes }): Attachment[] => (use === wanted ? [{ name: path, bytes }] : []));
  try {
    const resolve = (path: string) => saved.get(path);
    return {
      type: 'read',
      reading: await readReceivedFile(bytes, { resolve, given: of('given'), pages: of('page') }),
    };
  } catch (error) {
    if (error instanceof ReadError) return { type: 'refused', code: error.code, message: error.message };
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
