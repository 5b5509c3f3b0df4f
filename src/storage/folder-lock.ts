import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isLocal, mayBeAlive, ownerOf, ownToken } from './process-identity.ts';
import { removeAbandoned, temporaryName } from './temporary-name.ts';

/** Thrown when another process holds a lock; the message says in Chinese which one and what to do. */
export class LockedError extends Error {}

/** Milliseconds between two attempts. */
const interval = 50;

/**
 * Runs work while no other process holds the same lock. The lock is a folder with one file named after the
 * holder. Renaming a folder makes it appear with its holder or not at all, on every file system; renaming the
 * file takes it over from a dead holder, in which only one process succeeds. No clock is read.
 *
 * @param path Where the lock is; the folder around it must exist.
 * @param attempts How often to try, 20 times a second.
 * @throws LockedError
 */
export async function withLock<T>(path: string, attempts: number, work: () => Promise<T>): Promise<T> {
  const own = ownToken();
  await removeAbandoned(dirname(path), basename(path));
  for (let left = attempts; !(await acquire(path, own)); left -= 1) {
    if (left <= 1) throw new LockedError(await describeHolder(path));
    await pause(interval);
  }
  try {
    return await work();
  } finally {
    await release(path, own);
  }
}

async function acquire(path: string, own: string): Promise<boolean> {
  if (await create(path, own)) return true;
  const holder = await holderOf(path);
  const owner = ownerOf(holder ?? '');
  if (holder === undefined || owner === undefined || mayBeAlive(owner)) return false;
  return rename(join(path, holder), join(path, own)).then(
    () => true,
    () => false,
  );
}

/** Creates the lock with its holder in it; false when there already is one. */
async function create(path: string, own: string): Promise<boolean> {
  const aside = temporaryName(path);
  await mkdir(aside);
  try {
    await writeFile(join(aside, own), '');
    // A holder that is killed during release leaves an empty folder, which Windows does not replace by a rename.
    await rmdir(path).catch(() => undefined);
    await rename(aside, path);
    return true;
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function release(path: string, own: string): Promise<void> {
  // If it cannot be removed, the next process takes it over when this one has ended.
  await rm(join(path, own), { force: true }).catch(() => undefined);
  // Fails when another process has just acquired the lock and the folder is not empty.
  await rmdir(path).catch(() => undefined);
}

async function holderOf(path: string): Promise<string | undefined> {
  const names = await readdir(path).catch((): string[] => []);
  return names[0];
}

async function describeHolder(path: string): Promise<string> {
  const owner = ownerOf((await holderOf(path)) ?? '');
  const otherwise = `如果确知没有程序在运行，请删除 ${path} 再试。`;
  if (owner === undefined) return `锁 ${path} 无法识别。${otherwise}`;
  return isLocal(owner)
    ? `进程 ${owner.pid} 正在使用，请等它结束后再试。`
    : `机器 ${owner.machine} 上的进程 ${owner.pid} 正在使用，请等它结束后再试；${otherwise}`;
}
