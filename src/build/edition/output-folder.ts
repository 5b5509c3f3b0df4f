import { readdir } from 'node:fs/promises';
import { replaceFolder } from '../../storage/replaced-folder.ts';
import { readBuiltEntries } from './build-info.ts';

interface ReplaceOptions<T> {
  /** Names what a build wrote at the top of an output folder. */
  namesOf?: typeof readBuiltEntries;
  /** What to do once the folder is in its place, while the former one is removed. */
  meanwhile?: (built: T) => Promise<void>;
}

/**
 * Builds the new contents beside the output folder and swaps the two on success.
 *
 * @param out Absolute path of the output folder.
 * @param build Fills the folder at the given path.
 * @throws Error in Chinese when `out` contains a file that no build wrote, or another build is writing it.
 */
export async function replaceOutput<T>(
  out: string,
  build: (staging: string) => Promise<T>,
  { namesOf = readBuiltEntries, meanwhile }: ReplaceOptions<T> = {},
): Promise<T> {
  await refuseForeign(out, namesOf);
  return replaceFolder(out, build, meanwhile);
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
