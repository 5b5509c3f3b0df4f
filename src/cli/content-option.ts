import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from 'commander';

/** `--content DIR`, the same for every command. */
export function contentOption(): Option {
  return new Option('--content <dir>', '内容文件夹 · content folder').default('content');
}

/**
 * Finishes what a killed conversion left in a content folder.
 *
 * @returns The folder as an absolute path.
 * @throws Error with a message for the user when there is no such folder.
 */
export async function openContentFolder(given: string): Promise<string> {
  const folder = resolve(given);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new Error(`没有内容文件夹 ${given}。请在项目的根目录运行，或用 --content 指明。`);
  // Loaded when needed: most commands start faster without it.
  const { mendContent } = await import('../record/content-lock.ts');
  const finished = await mendContent(folder);
  if (finished > 0) process.stderr.write(`上次转换中断，剩下的文件已写完（${finished} 篇）。\n`);
  return folder;
}
