import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Reads a cell that lists the further pages of a letter.
 *
 * @param first Path of its first page; undefined in the row for every file.
 * @param folder The folder of the table.
 * @returns Paths, or in Chinese what is wrong: a bare name is beside the first page, another path is from here or from
 *   the table's folder.
 */
export function readPagesCell(cell: string, first: string | undefined, folder: string): string[] | string {
  const names = cell
    .split(/[\n、；;]/u)
    .map((name) => name.trim().replaceAll('\\', '/'))
    .filter((name) => name !== '');
  if (names.length === 0) return [];
  if (first === undefined) return '各页只能写在一件答复的行里。请在 file 一列写上它的第一页。';
  if (new Set(names).size < names.length) return '同一页写了两次。请各写一次。';
  return names.map((name) => {
    if (!name.includes('/')) return join(dirname(first), name);
    return existsSync(name) ? name : relative('', resolve(folder, name));
  });
}
