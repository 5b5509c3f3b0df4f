import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withLock, LockedError } from '../../storage/folder-lock.ts';
import { abandonedNames, removeAbandoned, temporaryName } from '../../storage/temporary-name.ts';
import { readBuiltEntries } from './build-info.ts';

/**
 * Builds the new contents beside the output folder and swaps the two on success. A failed build leaves the
 * folder as it was; the next build restores and removes what a killed one left.
 *
 * @param out Absolute path of the output folder.
 * @param build Fills the folder at the given path.
 * @param namesOf Names what a build wrote at the top of an output folder.
 * @throws Error in Chinese when `out` contains a file that no build wrote, or another build is writing it.
 */
export async function replaceOutput<T>(
  out: string,
  build: (staging: string) => Promise<T>,
  namesOf = readBuiltEntries,
): Promise<T> {
  await refuseForeign(out, namesOf);
  await mkdir(dirname(out), { recursive: true });
  return withOutputLock(out, async () => {
    await restore(out);
    await removeAbandoned(dirname(out), basename(out));
    const temporary = temporaryName(out);
    await mkdir(temporary);
    try {
      await mkdir(join(temporary, 'new'));
      const built = await build(join(temporary, 'new'));
      await swap(out, temporary);
      return built;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}

/**
 * Restores an edition that a build had moved aside when it was killed.
 *
 * @param out Absolute path of the output folder. Nothing is done if it exists or a build is writing it.
 */
export async function restoreOutput(out: string): Promise<void> {
  if ((await exists(out)) || (await abandonedNames(dirname(out), basename(out))).length === 0) return;
  await withOutputLock(out, () => restore(out));
}

async function withOutputLock<T>(out: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dirname(out), `.${basename(out)}.dafu-lock`);
  return withLock(lock, 1, work).catch((error: unknown) => {
    if (error instanceof LockedError)
      throw new Error(`另一次构建正在写 ${out}。${error.message}`, { cause: error });
    throw error;
  });
}

/** A build killed between its two renames leaves the intact edition in its temporary folder, and no output folder. */
async function restore(out: string): Promise<void> {
  if (await exists(out)) return;
  for (const name of await abandonedNames(dirname(out), basename(out))) {
    const old = join(dirname(out), name, 'old');
    if (!(await exists(old))) continue;
    await rename(old, out);
    return;
  }
}

async function swap(out: string, temporary: string): Promise<void> {
  const old = join(temporary, 'old');
  const replaced = await exists(out);
  if (replaced) await rename(out, old);
  await rename(join(temporary, 'new'), out).catch(async (error: unknown) => {
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

/** The output folder is replaced as a whole, so it must contain nothing but an earlier build. */
async function refuseForeign(out: string, namesOf: typeof readBuiltEntries): Promise<void> {
  const names = await readdir(out).catch((error: unknown): string[] => {
    if (codeOf(error) === 'ENOENT') return [];
    if (codeOf(error) === 'ENOTDIR') throw new Error(`${out} 是一个文件，不是文件夹。请另选输出文件夹。`);
    throw new Error(`读不了输出文件夹 ${out}（${codeOf(error) ?? String(error)}）。请检查权限，或另选一个。`);
  });
  const ours = new Set(await namesOf(out));
  const foreign = names.filter((name) => !ours.has(name));
  if (foreign.length > 0)
    throw new Error(
      `${out} 里有不是本程序生成的文件（${foreign.slice(0, 3).join('、')}），没有覆盖。请另选输出文件夹，或先移走这些文件。`,
    );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
