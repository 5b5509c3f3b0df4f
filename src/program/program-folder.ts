import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the program's root, which has its package.json. */
export const programRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Absolute path of the program's code: `src` in the repository, `lib` in the package. */
export const codeFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Absolute path of the folder whose packages the program is one of; undefined outside a `node_modules`. */
const project = basename(dirname(programRoot)) === 'node_modules' ? dirname(dirname(programRoot)) : undefined;

/** Whether the program is a package of another project, such as an archive. */
export const isInstalled = project !== undefined;

/**
 * Where builds work and keep what the next build may reuse, unless another place is given. An archive that has the
 * program among its packages has its caches in its own folder, where npm removes nothing.
 */
export const cacheFolder =
  project === undefined ? join(programRoot, '.cache') : join(process.cwd(), '.cache');

/** The templates as the package has them, compiled; absent in the repository. */
export const packedTemplates = join(codeFolder, 'templates');

/** The files of the desk as the package has them, bundled; absent in the repository. */
export const packedDesk = join(codeFolder, 'desk-files');

/** The files of the editor as the package has them, bundled; absent in the repository. */
export const packedEditor = join(codeFolder, 'editor-files');

/** The file that states the versions of the packages that the program uses; undefined where there is none. */
export function lockFile(): string | undefined {
  const places = [
    join(programRoot, 'package-lock.json'),
    ...(project === undefined
      ? []
      : // What npm has installed, where nothing was locked.
        [join(project, 'package-lock.json'), join(project, 'node_modules', '.package-lock.json')]),
  ];
  return places.find((path) => existsSync(path));
}
