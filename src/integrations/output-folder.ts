import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { builtEntries, recordName } from './build-record.ts';

/**
 * Makes a folder's new content beside it and puts it in its place when all is done: an interrupted or
 * failed build leaves what was there, and nothing else.
 *
 * @param out Absolute path of the output folder.
 * @param build Fills the folder whose path it is given.
 * @throws Error with a message for the user when `out` holds anything that no build wrote.
 */
export async function replaceFolder(out: string, build: (aside: string) => Promise<void>): Promise<void> {
  await refuseForeign(out);
  await mkdir(dirname(out), { recursive: true });
  const workshop = await mkdtemp(`${out}.partial-`);
  try {
    const aside = join(workshop, 'new');
    const old = join(workshop, 'old');
    await mkdir(aside);
    await build(aside);
    const replaced = await rename(out, old).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'ENOENT') return false;
        throw error;
      },
    );
    await rename(aside, out).catch(async (error: unknown) => {
      if (replaced) await rename(old, out);
      throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The output folder is replaced whole, so it must hold nothing but an earlier build. */
async function refuseForeign(out: string): Promise<void> {
  const names = await readdir(out).catch((error: unknown): string[] => {
    if (codeOf(error) === 'ENOENT') return [];
    if (codeOf(error) === 'ENOTDIR') throw new Error(`${out} 是一个文件，不是文件夹。请另选输出文件夹。`);
    throw new Error(`读不了输出文件夹 ${out}（${codeOf(error) ?? String(error)}）。请检查权限，或另选一个。`);
  });
  const ours = new Set([...(await builtEntries(out)), recordName]);
  const foreign = names.filter((name) => !ours.has(name));
  if (foreign.length > 0)
    throw new Error(
      `${out} 里有不是本程序生成的文件（${foreign.slice(0, 3).join('、')}），没有覆盖。请另选输出文件夹，或先移走这些文件。`,
    );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
