import { lstatSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A file of a folder. */
export interface ListedFile {
  /** Path below the folder, with `/`. */
  path: string;
  /** In bytes. */
  size: number;
}

/** What is below a folder. */
export interface FolderFiles {
  /** Regular files, sorted by path. */
  files: ListedFile[];
  /** Paths of everything else that is no folder: links, pipes, devices. Never followed. Sorted. */
  others: string[];
}

/**
 * Lists all that is below a folder.
 *
 * @throws Error in Chinese when it cannot be read.
 */
export async function listFolder(folder: string): Promise<FolderFiles> {
  const found: FolderFiles = { files: [], others: [] };
  const kind = await stat(folder).catch(() => undefined);
  if (!kind?.isDirectory()) throw new Error(`没有文件夹 ${folder}。`);
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop())
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory()) pending.push(`${path}/`);
      else if (entry.isFile()) found.files.push({ path, size: lstatSync(`${folder}/${path}`).size });
      else found.others.push(path);
    }
  found.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  found.others.sort();
  return found;
}
