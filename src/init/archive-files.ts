import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeFolder, programRoot } from '../program/program-folder.ts';
import { writeManifest } from './archive-manifest.ts';

/** A file of a new archive. */
export interface ArchiveFile {
  /** Path in the archive, with `/`. */
  path: string;
  contents: string | Uint8Array;
}

/** The files as they are in a new archive; a name begins with `_` for `.`, which npm would leave out of the package. */
const skeleton = join(codeFolder, 'init', 'archive');

/** Pages that are about every archive. */
const sharedPages = ['accessibility.md', 'verify.md'];

/**
 * The files of a new archive.
 *
 * @param program What `package.json` says of the program: a range of versions, or `file:` and the path of a package.
 */
export async function archiveFiles(program: string): Promise<ArchiveFile[]> {
  const entries = await readdir(skeleton, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map(async (file) => ({
      path: file
        .slice(skeleton.length + 1)
        .replaceAll('\\', '/')
        .replaceAll(/(?<=^|\/)_/g, '.'),
      contents: await readFile(file),
    }));
  const pages = sharedPages.map(async (name) => ({
    path: `content/pages/${name}`,
    contents: await readFile(join(programRoot, 'content', 'pages', name)),
  }));
  const manifest = { path: 'package.json', contents: writeManifest(program) };
  return [...(await Promise.all([...files, ...pages])), manifest].sort((a, b) => (a.path < b.path ? -1 : 1));
}
