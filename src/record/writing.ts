import { access, constants, lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { describeStorageFault } from '../storage/storage-fault.ts';
import { temporaryName } from '../storage/temporary-name.ts';
import type { FailureCode } from './message-codes.ts';
import { finishWriting, journalName, stagingStem, type Journal } from './writing-journal.ts';

/** A file to be written, its path relative to the content folder. */
export interface PlannedFile {
  path: string;
  bytes: Uint8Array;
}

/** Files that are written at the same time. */
const mostAtOnce = 8;

/** Thrown when the content folder cannot be written; the message says in Chinese why and what to do. */
export class UnwritableError extends Error {
  readonly code = 'unwritable' satisfies FailureCode;
}

/**
 * Writes files and removes others, all or none: all are written to a staging folder with a journal of what
 * goes where, then renamed in the given order. When one cannot be written, nothing is changed. If the process
 * is killed in between, {@link finishWriting} does the rest by the journal. Files are flushed to the disk
 * before they are renamed: a received file is often the only copy, and a power cut must not empty it.
 *
 * @param removed Paths of files to remove when all is written, relative to the folder.
 * @throws UnwritableError
 */
export async function writeTogether(
  folder: string,
  files: readonly PlannedFile[],
  removed: readonly string[] = [],
): Promise<void> {
  const staging = join(folder, temporaryName(stagingStem));
  const made: string[] = [];
  const journal: Journal = {
    moves: files.map(({ path }, index) => ({ from: String(index), to: withSlashes(path) })),
    removed: removed.map(withSlashes),
  };
  try {
    await mkdir(staging);
    for (const { path } of files) {
      await refuseLinks(folder, path);
      const first = await mkdir(dirname(join(folder, path)), { recursive: true });
      if (first !== undefined) made.push(first);
      await refuseUnwritable(join(folder, path));
    }
    for (let from = 0; from < files.length; from += mostAtOnce)
      await writeFlushed(staging, files.slice(from, from + mostAtOnce), from);
    await writeFile(join(staging, 'unfinished'), JSON.stringify(journal), { flush: true });
    await rename(join(staging, 'unfinished'), join(staging, journalName));
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    for (const path of made.reverse()) await removeEmpty(path);
    throw new UnwritableError(`${describeStorageFault(error, folder)}没有写入任何文件。`, { cause: error });
  }
  await finishWriting(folder, staging, journal).catch((error: unknown) => {
    throw new UnwritableError(
      `${describeStorageFault(error, folder)}只写入了一部分；排除原因后再运行一次，会自动写完。`,
      { cause: error },
    );
  });
}

/** Writes files under their numbers at the same time: the disk flushes several nearly as fast as one. */
async function writeFlushed(folder: string, files: readonly PlannedFile[], first: number): Promise<void> {
  const written = await Promise.allSettled(
    files.map(({ bytes }, index) => writeFile(join(folder, String(first + index)), bytes, { flush: true })),
  );
  const failed = written.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A link in the content folder could lead the writing anywhere. */
async function refuseLinks(folder: string, path: string): Promise<void> {
  for (let place = path; place !== '.'; place = dirname(place)) {
    const there = await lstat(join(folder, place)).catch(() => undefined);
    if (there?.isSymbolicLink()) throw fault('ELOOP', join(folder, place));
  }
}

/** Refuses what would fail only after other files were renamed. */
async function refuseUnwritable(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there?.isDirectory()) throw fault('EISDIR', path);
  await access(dirname(path), constants.W_OK);
}

function fault(code: string, path: string): Error {
  return Object.assign(new Error(code), { code, path });
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

/** Removes a folder and the empty folders in it; one that contains a file stays. */
async function removeEmpty(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await removeEmpty(join(path, entry.name));
  await rmdir(path).catch(() => undefined);
}
