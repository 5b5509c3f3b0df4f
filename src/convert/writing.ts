import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to be written, its path relative to the content folder. */
export interface PlannedFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * Writes files so that no reader ever sees half of one: all are written aside first, then renamed in the
 * given order. When one cannot be written, what was written aside is removed and nothing is renamed.
 */
export async function writeTogether(folder: string, files: readonly PlannedFile[]): Promise<void> {
  const moves = files.map(({ path, bytes }) => {
    const target = join(folder, path);
    return { bytes, target, aside: join(dirname(target), `.${basename(target)}.${process.pid}.part`) };
  });
  try {
    for (const { bytes, target, aside } of moves) {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(aside, bytes);
    }
    for (const { aside, target } of moves) await rename(aside, target);
  } finally {
    await Promise.all(moves.map(({ aside }) => rm(aside, { force: true })));
  }
}
