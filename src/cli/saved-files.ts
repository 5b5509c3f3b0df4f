import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileResolver } from '../readers/html/file-collector.ts';
import { isOwnFolder } from '../readers/html/own-folder.ts';

/** Larger files, or more of them together, are no images and annexes of one letter. */
const largest = { file: 50 * 2 ** 20, all: 200 * 2 ** 20 };

/**
 * Reads the files that a browser or Word saved with a page: those in its own folder `名_files` or `名.files`
 * and nothing else beside it, for the sender of a page says what it links to. Names that begin with a dot
 * and links to other places are refused wherever they are in the path.
 *
 * @param received Path of the page.
 */
export function savedFiles(received: string): FileResolver {
  const page = basename(received);
  let left = largest.all;
  return (path) => {
    const segments = path.split('/');
    if (segments.length < 2 || !isOwnFolder(page, segments[0] ?? '')) return undefined;
    if (segments.some((segment) => segment === '' || /^\.|[\\:\0]/.test(segment))) return undefined;
    try {
      let found = dirname(received);
      for (const [index, segment] of segments.entries()) {
        found = join(found, segment);
        const entry = lstatSync(found);
        const isLast = index === segments.length - 1;
        if (!(isLast ? entry.isFile() : entry.isDirectory())) return undefined;
        if (isLast && entry.size > Math.min(largest.file, left)) return undefined;
      }
      const bytes = readFileSync(found);
      left -= bytes.length;
      return bytes;
    } catch {
      // Not there, or not to be read: the reader reports that it is missing.
      return undefined;
    }
  };
}

/**
 * The paths of all files that {@link savedFiles} reads for a page, sorted, with `/` between folders.
 *
 * @param most Ends after so many.
 */
export function savedPaths(received: string, most: number): string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const entry of list(join(dirname(received), path))) {
      if (found.length >= most) return;
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith('.') || (path === '' && !isOwnFolder(page, entry.name))) continue;
      if (entry.isDirectory()) visit(below);
      else if (path !== '' && entry.isFile()) found.push(below);
    }
  };
  const page = basename(received);
  visit('');
  return found.sort();
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
