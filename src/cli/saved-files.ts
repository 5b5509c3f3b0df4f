import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Resolve } from '../convert/readers/html/files.ts';

/** Larger files, or more of them together, are no images and annexes of one letter. */
const largest = { file: 50 * 2 ** 20, all: 200 * 2 ** 20 };

/**
 * Reads files that a received page links to, by their relative path: only plain files below the folder that
 * the page lies in, links to other places not followed.
 */
export function filesBeside(received: string): Resolve {
  let left = largest.all;
  return (path) => {
    try {
      const folder = realpathSync(dirname(received));
      const found = realpathSync(join(folder, path));
      if (!found.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
      const { size } = statSync(found);
      if (!statSync(found).isFile() || size > Math.min(largest.file, left)) return undefined;
      left -= size;
      return readFileSync(found);
    } catch {
      // Not there, or not to be read: the reader tells that it is missing.
      return undefined;
    }
  };
}
