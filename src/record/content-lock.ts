import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LockedError, withLock } from '../storage/folder-lock.ts';
import { describeStorageFault, isStorageFault } from '../storage/storage-fault.ts';
import { abandonedNames } from '../storage/temporary-name.ts';
import { UnwritableError } from './writing.ts';
import { finishAbandonedWriting, stagingStem } from './writing-journal.ts';

const lockName = '.dafu-lock';

/** 30 seconds: writing one letter takes a fraction of one, so many conversions at once fit in. */
const patience = 600;

/**
 * Runs work while no other process writes letters into a content folder, once what a killed one left is
 * finished: nobody may take a letter's place between its choice and its writing.
 *
 * @throws UnwritableError when another process does not release the folder in time, or it cannot be written.
 */
export async function withContentLock<T>(content: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(join(content, lockName), patience, async () => {
      await finishAbandonedWriting(content);
      return work();
    });
  } catch (error) {
    throw unwritable(content, error);
  }
}

/**
 * Finishes or removes what a killed conversion left. Writes nothing to a content folder in which nothing was
 * left, or while another process writes to it.
 *
 * @returns How many letters were finished.
 * @throws UnwritableError
 */
export async function mendContent(content: string): Promise<number> {
  const names = await readdir(content);
  const locked = names.some((name) => name.startsWith(lockName));
  if (!locked && (await abandonedNames(content, stagingStem)).length === 0) return 0;
  try {
    return await withLock(join(content, lockName), 1, () => finishAbandonedWriting(content));
  } catch (error) {
    if (error instanceof LockedError) return 0;
    throw unwritable(content, error);
  }
}

function unwritable(content: string, error: unknown): unknown {
  if (error instanceof LockedError)
    return new UnwritableError(`另一次转换正在写入 ${content}。${error.message}`, { cause: error });
  if (isStorageFault(error) && !(error instanceof UnwritableError))
    return new UnwritableError(`${describeStorageFault(error, content)}没有写入任何文件。`, { cause: error });
  return error;
}
