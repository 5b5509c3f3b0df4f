import { constants } from 'node:fs';
import { cp, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { hashFile } from './file-hash.ts';
import { temporaryName } from './temporary-name.ts';

/** The file that lists the hashes of all others. */
const sealName = 'seal-sha256.txt';

/**
 * Keeps a folder with the hash of each of its files. It appears whole or not at all and replaces the one kept
 * before; when two processes keep theirs at the same time, one of the two remains.
 *
 * @param folder The folder, on the same disk; it is moved.
 * @param kept Where to keep it; only {@link openSealed} reads it.
 */
export async function keepSealed(folder: string, kept: string): Promise<void> {
  const aside = temporaryName(kept);
  await mkdir(dirname(kept), { recursive: true });
  try {
    await rename(folder, aside);
    await writeFile(join(aside, sealName), await sealOf(aside));
    await rm(kept, { recursive: true, force: true });
    await rename(aside, kept).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * Copies a kept folder if it is unchanged. The copy is what is compared, so that nothing can change
 * between the comparison and its use.
 *
 * @param kept From {@link keepSealed}.
 * @param folder Must not exist; exists afterwards only when `opened`.
 * @returns `damaged` when a file was changed, added or lost; `absent` when nothing was kept.
 */
export async function openSealed(kept: string, folder: string): Promise<'opened' | 'damaged' | 'absent'> {
  if (!(await lstat(kept).catch(() => undefined))) return 'absent';
  try {
    await cp(kept, folder, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    const seal = await readFile(join(folder, sealName));
    await rm(join(folder, sealName));
    if (seal.equals(Buffer.from(await sealOf(folder)))) return 'opened';
  } catch {
    // A folder that cannot be copied or read is damaged too.
  }
  await rm(folder, { recursive: true, force: true });
  return 'damaged';
}

/** One line for each file, in the form of sha256sum(1). */
async function sealOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines = await Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = relative(folder, path).split(sep).join('/');
        return `${entry.isFile() ? await hashFile(path) : 'no file'}  ${name}\n`;
      }),
  );
  return lines.sort().join('');
}
