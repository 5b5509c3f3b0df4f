/**
 * Whether a folder is the one that was saved with the page beside it: browsers name it `名_files`, Word `名.files`.
 *
 * @param page Name of the page, with its extension.
 * @param folder Name of the folder.
 */
export function isOwnFolder(page: string, folder: string): boolean {
  const stem = page.replace(/\.[^.]*$/u, '');
  return [`${stem}_files`, `${stem}.files`].some((name) => folded(name) === folded(folder));
}

/**
 * The path from a page to a file that was saved with it; undefined for every other file.
 *
 * @param page Path of the page, with `/` between folders.
 * @param path Path of the file from the same place.
 */
export function pathFromPage(page: string, path: string): string | undefined {
  const [, folder = '', name] = /^(.*\/)?([^/]+\.x?html?)$/iu.exec(page) ?? [];
  if (name === undefined || !path.startsWith(folder)) return undefined;
  const below = path.slice(folder.length);
  const [first = '', ...rest] = below.split('/');
  return rest.length > 0 && isOwnFolder(name, first) ? below : undefined;
}

/** File systems of Windows and macOS find a folder in any letter case, and macOS in either normal form. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
