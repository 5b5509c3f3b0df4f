import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to be written, its path relative to the content folder. */
export interface PlannedFile {
  path: string;
  bytes: Uint8Array;
}

/** The content folder cannot be written to; the message says in Chinese why and what to do. */
export class UnwritableError extends Error {
  readonly rule = 'unwritable';
}

/**
 * Writes files so that no reader ever sees half of one: all are written aside first, then renamed in the
 * given order. When one cannot be written, what was written aside is removed, folders made for it too,
 * and nothing is renamed.
 *
 * @throws UnwritableError
 */
export async function writeTogether(folder: string, files: readonly PlannedFile[]): Promise<void> {
  const moves = files.map(({ path, bytes }) => {
    const target = join(folder, path);
    return { bytes, target, aside: join(dirname(target), `.${basename(target)}.${process.pid}.part`) };
  });
  const made: string[] = [];
  try {
    for (const { bytes, target, aside } of moves) {
      const first = await mkdir(dirname(target), { recursive: true });
      if (first !== undefined) made.push(first);
      await writeFile(aside, bytes);
    }
    for (const { aside, target } of moves) await rename(aside, target);
  } catch (error) {
    await removeAside(moves);
    for (const path of made.reverse()) await removeEmpty(path);
    throw new UnwritableError(reason(error), { cause: error });
  }
}

async function removeAside(moves: readonly { aside: string }[]): Promise<void> {
  await Promise.all(moves.map(({ aside }) => rm(aside, { force: true }).catch(() => undefined)));
}

/** Removes a folder with the empty folders in it; one that holds a file stays. */
async function removeEmpty(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await removeEmpty(join(path, entry.name));
  await rmdir(path).catch(() => undefined);
}

const reasons: Record<string, string> = {
  EACCES: '没有写入权限。请检查该文件夹的权限',
  EPERM: '没有写入权限。请检查该文件夹的权限',
  EROFS: '所在的磁盘是只读的。请换一个内容文件夹',
  ENOSPC: '磁盘已满。请腾出空间后再转换',
  ENOTDIR: '路径中有一个是文件，不是文件夹。请移走该文件',
  EEXIST: '路径中有一个是文件，不是文件夹。请移走该文件',
};

function reason(error: unknown): string {
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  return `写不了 ${path}：${reasons[code] ?? `系统报告 ${code === '' ? String(error) : code}`}。没有写入任何文件。`;
}
