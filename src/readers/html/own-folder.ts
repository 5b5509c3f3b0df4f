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

/**
 * Finds the files that were saved with one of several pages.
 *
 * @param pages Paths of all files, with `/` between folders; those that are no pages have no folder.
 */
export function savedWithPages(pages: readonly string[]): (path: string) => boolean {
  const folders = new Set(
    pages.flatMap((page) => {
      const [, folder = '', stem] = /^(.*\/)?([^/]+)\.x?html?$/iu.exec(page) ?? [];
      return stem === undefined
        ? []
        : [`${stem}_files`, `${stem}.files`].map((name) => folder + folded(name));
    }),
  );
  return (path) => {
    for (let from = 0, end = path.indexOf('/'); end >= 0; from = end + 1, end = path.indexOf('/', from))
      if (folders.has(path.slice(0, from) + folded(path.slice(from, end)))) return true;
    return false;
  };
}

/** File systems of Windows and macOS find a folder in any letter case, and macOS in either normal form. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
