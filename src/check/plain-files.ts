import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { displayPath } from '../content-files/display-path.ts';
import { errorAt, fileStart, type Finding } from '../content-files/finding.ts';

/**
 * Everything below a content folder that is neither a folder nor a plain file. Through a link in a stranger's
 * pull request any file of the building machine would be published, and a pipe would block the reader for
 * ever. So this comes before anything is read. Names at the top that begin with a dot are nobody's content.
 *
 * @param content The content folder, which may itself be a link.
 */
export async function specialFiles(content: string): Promise<Finding[]> {
  const top = (await readdir(content, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const entries = [...top];
  // With types, a recursive listing does not go through links.
  for (const folder of top.filter((entry) => entry.isDirectory()))
    for (const entry of await readdir(join(content, folder.name), { recursive: true, withFileTypes: true }))
      entries.push(entry);
  return entries
    .filter((entry) => !entry.isFile() && !entry.isDirectory())
    .map((entry) => special(join(entry.parentPath, entry.name), kindOf(entry)));
}

function kindOf(entry: Dirent): string {
  if (entry.isSymbolicLink()) return '符号链接，指向别处';
  if (entry.isFIFO()) return '管道';
  if (entry.isSocket()) return '套接字';
  return '设备';
}

function special(path: string, kind: string): Finding {
  const text = `这是${kind}，不是普通文件，不能发布，内容文件夹也没有读取。请换成文件本身，或删除它。`;
  return errorAt(displayPath(path), fileStart, 'plain-file', text);
}
