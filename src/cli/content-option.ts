import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from 'commander';

/** `--content DIR`, the same for every command. */
export function contentOption(): Option {
  return new Option('--content <dir>', '内容文件夹 · content folder').default('content');
}

/**
 * The absolute path of a content folder.
 *
 * @throws Error with a message for the user when there is no such folder.
 */
export async function contentFolder(given: string): Promise<string> {
  const folder = resolve(given);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new Error(`没有内容文件夹 ${given}。请在项目的根目录运行，或用 --content 指明。`);
  return folder;
}
