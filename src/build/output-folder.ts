import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withLock, LockedError } from '../storage/folder-lock.ts';
import { abandonedNames, removeAbandoned, temporaryName } from '../storage/temporary-name.ts';
import { readBuiltEntries, buildInfoName } from './build-info.ts';

/**
 * Makes a folder's new content beside it and puts it in its place when all is done: a failed build leaves
 * what was there and nothing else, and what a killed one left is restored and removed by the next.
 *
 * @param out Absolute path of the output folder.
 * @param build Fills the folder whose path it is given.
 * @throws Error with a message for the user when `out` holds anything that no build wrote, or another build
 * is writing it.
 */
export async function replaceOutput(out: string, build: (aside: string) => Promise<void>): Promise<void> {
  await refuseForeign(out);
  await mkdir(dirname(out), { recursive: true });
  await withOutputLock(out, async () => {
    await restore(out);
    await removeAbandoned(dirname(out), basename(out));
    const workshop = temporaryName(out);
    await mkdir(workshop);
    try {
      await mkdir(join(workshop, 'new'));
      await build(join(workshop, 'new'));
      await swap(out, workshop);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  });
}

/**
 * Puts an edition back that a build had moved aside when it was killed.
 *
 * @param out Absolute path of the output folder; nothing is done when it is there, or a build is writing it.
 */
export async function restoreOutput(out: string): Promise<void> {
  if ((await exists(out)) || (await abandonedNames(dirname(out), basename(out))).length === 0) return;
  await withOutputLock(out, () => restore(out));
}

async function withOutputLock(out: string, work: () => Promise<void>): Promise<void> {
  const lock = join(dirname(out), `.${basename(out)}.dafu-lock`);
  await withLock(lock, 1, work).catch((error: unknown) => {
    if (error instanceof LockedError)
      throw new Error(`另一次构建正在写 ${out}。${error.message}`, { cause: error });
    throw error;
  });
}

/** A build that is killed between two renames leaves the edition whole in its workshop, and none in its place. */
async function restore(out: string): Promise<void> {
  if (await exists(out)) return;
  for (const name of await abandonedNames(dirname(out), basename(out))) {
    const old = join(dirname(out), name, 'old');
    if (!(await exists(old))) continue;
    await rename(old, out);
    return;
  }
}

async function swap(out: string, workshop: string): Promise<void> {
  const old = join(workshop, 'old');
  const replaced = await exists(out);
  if (replaced) await rename(out, old);
  await rename(join(workshop, 'new'), out).catch(async (error: unknown) => {
    if (replaced) await rename(old, out);
    throw error;
  });
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** The output folder is replaced whole, so it must hold nothing but an earlier build. */
async function refuseForeign(out: string): Promise<void> {
  const names = await readdir(out).catch((error: unknown): string[] => {
    if (codeOf(error) === 'ENOENT') return [];
    if (codeOf(error) === 'ENOTDIR') throw new Error(`${out} 是一个文件，不是文件夹。请另选输出文件夹。`);
    throw new Error(`读不了输出文件夹 ${out}（${codeOf(error) ?? String(error)}）。请检查权限，或另选一个。`);
  });
  const ours = new Set([...(await readBuiltEntries(out)), buildInfoName]);
  const foreign = names.filter((name) => !ours.has(name));
  if (foreign.length > 0)
    throw new Error(
      `${out} 里有不是本程序生成的文件（${foreign.slice(0, 3).join('、')}），没有覆盖。请另选输出文件夹，或先移走这些文件。`,
    );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
