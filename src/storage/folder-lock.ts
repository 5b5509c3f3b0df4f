import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isLocal, mayBeAlive, ownerOf, ownToken } from './process-identity.ts';
import { removeAbandoned, temporaryName } from './temporary-name.ts';

/** Another process holds a lock. The message says in Chinese which one and what to do. */
export class LockedError extends Error {}

/** Milliseconds between two attempts. */
const interval = 50;

/**
 * Does some work while no other process does what needs the same lock. The lock is a folder with one file
 * whose name is the holder's. Renaming a folder makes it appear with its holder or not at all, on every file
 * system; renaming the file takes it over from a dead holder, which only one process can do. No clock is
 * asked.
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

/** Makes the lock with its holder in it; false when there is one already. */
async function create(path: string, own: string): Promise<boolean> {
  const aside = temporaryName(path);
  await mkdir(aside);
  try {
    await writeFile(join(aside, own), '');
    // A holder that is killed while it releases leaves an empty folder, over which Windows renames nothing.
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
  // What cannot be removed is taken over when this process has ended.
  await rm(join(path, own), { force: true }).catch(() => undefined);
  // It is not empty any more when another process has just acquired it.
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
