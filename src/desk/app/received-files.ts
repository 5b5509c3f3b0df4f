import { pathFromPage } from '../../readers/html/own-folder.ts';
import type { ReceivedFiles } from '../desk-package.ts';

/** A file with its path from the folder that was chosen, or its name. */
interface ChosenFile {
  path: string;
  file: File;
}

/**
 * Sorts chosen files into letters: the files in a folder `名_files` or `名.files` beside a page `名.html` were saved
 * with it.
 */
export async function sortReceived(files: readonly File[]): Promise<ReceivedFiles[]> {
  const chosen: ChosenFile[] = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const letters = chosen.filter(
    ({ path }) => !chosen.some((page) => pathFromPage(page.path, path) !== undefined),
  );
  return Promise.all(
    letters
      .filter(({ file }) => !file.name.startsWith('.'))
      .map(async ({ path, file }) => {
        const own = chosen.flatMap((one) => {
          const name = pathFromPage(path, one.path);
          return name === undefined ? [] : [{ name, file: one.file }];
        });
        const saved = new Map<string, Uint8Array>();
        for (const one of own) saved.set(one.name, await bytesOf(one.file));
        return { name: file.name, bytes: await bytesOf(file), given: [], saved };
      }),
  );
}

/** Reads a file whole. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
