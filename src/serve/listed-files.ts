import { lstat, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName, parseManifest } from '../archive/manifest.ts';

/**
 * The files that a server may send: those that the edition's manifest lists, the manifest and its script. A
 * changed manifest is read again, so that a new build shows without a restart.
 *
 * @param folder Absolute path of the edition.
 */
export function listedFiles(folder: string): {
  /**
   * Size in bytes of the regular file at a path below the root; undefined for symbolic links and paths
   * through them.
   */
  sizeOf: (path: string) => Promise<number | undefined>;
} {
  let known: { version: string; paths: ReadonlySet<string> } | undefined;

  const paths = async (): Promise<ReadonlySet<string>> => {
    const manifest = join(folder, `${manifestName}.txt`);
    const { ino, size, mtimeMs } = await stat(manifest);
    const version = `${ino} ${size} ${mtimeMs}`;
    if (known?.version !== version) {
      const listed = parseManifest(await readFile(manifest, 'utf8')).keys();
      known = { version, paths: new Set([...listed, `${manifestName}.txt`, `${manifestName}.js`]) };
    }
    return known.paths;
  };

  return {
    async sizeOf(path) {
      const segments = path.split('/');
      if (segments.includes('..') || !(await paths()).has(path)) return undefined;
      for (let count = 1; count < segments.length; count += 1)
        if (!(await lstat(join(folder, ...segments.slice(0, count)))).isDirectory()) return undefined;
      const file = await lstat(join(folder, path));
      return file.isFile() ? file.size : undefined;
    },
  };
}
