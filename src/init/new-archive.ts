import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { describeHidden, hiddenCharacters } from '../reply/hidden-character.ts';
import { replaceFolder } from '../storage/replaced-folder.ts';
import { archiveFiles } from './archive-files.ts';

/** Names that Windows keeps for devices, whatever their extension. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Makes a new archive: a folder with content, commands and CI files that depends on the program. All of it or nothing.
 *
 * @param given Path of the folder: there is none yet, or it is empty.
 * @param options.version The program's own version.
 * @param options.program Path of the program's package, to be kept in the archive; absent when npm has it.
 * @returns Absolute path of the archive.
 * @throws Error in Chinese when the folder cannot become an archive.
 */
export async function makeArchive(
  given: string,
  { version, program }: { version: string; program?: string | undefined },
): Promise<string> {
  const folder = resolve(given);
  refuseName(basename(folder));
  await refusePlace(folder);
  const kept = program === undefined ? undefined : `program/${basename(program)}`;
  if (program !== undefined) await refuseProgram(program);
  const files = await archiveFiles(kept === undefined ? `^${version}` : `file:${kept}`);
  await replaceFolder(folder, async (staging) => {
    for (const { path, contents } of files) {
      const file = join(staging, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, contents);
    }
    if (program === undefined || kept === undefined) return;
    await mkdir(join(staging, 'program'));
    await cp(program, join(staging, kept));
  });
  return folder;
}

/** An archive is copied to other machines: its name must be one on each of them. */
function refuseName(name: string): void {
  const [hidden] = hiddenCharacters(name);
  const forbidden = /[<>:"/\\|?*%]/.exec(name)?.[0];
  const fault = hidden
    ? `名称里有${describeHidden(hidden.character)}`
    : forbidden !== undefined
      ? `名称里有 ${forbidden}`
      : /[. ]$/.test(name) || name.startsWith('-')
        ? '名称不能以 - 开头，也不能以点或空格结尾'
        : devices.test(name) || name === 'node_modules' || name === ''
          ? `${name} 不能用作文件夹的名称`
          : undefined;
  if (fault !== undefined)
    throw new Error(`${fault}，换一台机器就可能打不开。请换一个名称，例如 my-archive。`);
}

async function refusePlace(folder: string): Promise<void> {
  if (folder === process.cwd())
    throw new Error(`不能就地建立档案。请在上一级文件夹运行：npx dafu init ${basename(folder)}`);
  const found = await stat(folder).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory()) throw new Error(`${folder} 是一个文件。请换一个名称。`);
  const [first] = await readdir(folder);
  if (first !== undefined)
    throw new Error(`${folder} 不是空文件夹（里面有 ${first}），没有改动。请换一个名称，或先清空它。`);
}

async function refuseProgram(program: string): Promise<void> {
  const found = await stat(program).catch(() => undefined);
  if (!found?.isFile() || !program.endsWith('.tgz'))
    throw new Error(`${program} 不是程序的安装包。应是 npm pack 得到的 .tgz 文件。`);
}
