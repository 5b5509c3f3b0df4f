import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFolder } from '../storage/replaced-folder.ts';
import { packedDesk } from '../program/program-folder.ts';
import type { DeskFile } from './desk-bundle.ts';

/**
 * Writes the desk into a folder that is new, empty, or has an earlier desk.
 *
 * @param out Absolute path.
 * @throws Error in Chinese when there is something else in it.
 */
export async function writeDesk(out: string): Promise<void> {
  const files = await deskFiles();
  const names = new Set(files.map(({ name }) => name));
  const others = (await entriesOf(out)).filter((name) => !names.has(name));
  if (others.length > 0)
    throw new Error(
      `${out} 里有别的文件（${others.slice(0, 3).join('、')}），没有写入。请另给一个空文件夹。`,
    );
  await replaceFolder(out, async (staging) => {
    for (const { name, contents } of files) await writeFile(join(staging, name), contents);
  });
}

/** Bundles the desk's files; the package has them bundled already. */
async function deskFiles(): Promise<DeskFile[]> {
  if (!existsSync(packedDesk)) return (await import('./desk-bundle.ts')).bundleDesk();
  const names = await readdir(packedDesk);
  return Promise.all(
    names.map(async (name) => ({ name, contents: await readFile(join(packedDesk, name), 'utf8') })),
  );
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR')
      throw new Error(`${folder} 是文件，不是文件夹。请另给一个文件夹。`, { cause: error });
    throw error;
  }
}
