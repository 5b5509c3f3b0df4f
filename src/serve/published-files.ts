import { lstat, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName, parseManifest } from '../archive/manifest.ts';
import { archivesFolder, sumsName, sumsSignatureName } from '../archive/offer/archives-folder.ts';
import { newestZipScript } from '../archive/offer/newest-zip.ts';

/** A file that a server may send. */
export interface PublishedFile {
  /** The folder that it is in, and its path there. */
  root: string;
  path: string;
  /** In bytes. */
  size: number;
}

/** Where a website's files are. */
export interface PublishedFolders {
  /** Absolute path of the edition. */
  edition: string;
  /** Absolute path of the folder with its zip; it need not exist. */
  archives?: string | undefined;
}

/**
 * The files that a server may send: those that the edition's manifest lists, the manifest and its script; and below
 * `archives/` those that `SHA256SUMS` lists, and what is beside it. A changed list is read again, so that a new build
 * shows without a restart.
 *
 * @returns Finds the regular file at a path below the site's root; undefined for symbolic links and paths through them.
 */
export function publishedFiles({
  edition,
  archives,
}: PublishedFolders): (path: string) => Promise<PublishedFile | undefined> {
  const ofEdition = listedFiles(edition, `${manifestName}.txt`, [
    `${manifestName}.txt`,
    `${manifestName}.js`,
  ]);
  const ofArchives =
    archives === undefined
      ? undefined
      : listedFiles(archives, sumsName, [sumsName, sumsSignatureName, `${newestZipScript}.js`]);
  return (path) =>
    ofArchives && path.startsWith(archivesFolder)
      ? ofArchives(path.slice(archivesFolder.length)).catch(() => undefined)
      : ofEdition(path);
}

/** Finds files of a folder that its list names. @param own Names of files that the list cannot contain. */
function listedFiles(
  folder: string,
  list: string,
  own: readonly string[],
): (path: string) => Promise<PublishedFile | undefined> {
  let known: { version: string; paths: ReadonlySet<string> } | undefined;

  const paths = async (): Promise<ReadonlySet<string>> => {
    const file = join(folder, list);
    const { ino, size, mtimeMs } = await stat(file);
    const version = `${ino} ${size} ${mtimeMs}`;
    if (known?.version !== version)
      known = { version, paths: new Set([...parseManifest(await readFile(file, 'utf8')).keys(), ...own]) };
    return known.paths;
  };

  return async (path) => {
    const segments = path.split('/');
    if (segments.includes('..') || !(await paths()).has(path)) return undefined;
    for (let count = 1; count < segments.length; count += 1)
      if (!(await lstat(join(folder, ...segments.slice(0, count)))).isDirectory()) return undefined;
    const file = await lstat(join(folder, path));
    return file.isFile() ? { root: folder, path, size: file.size } : undefined;
  };
}
