// The code of the package: what Node makes of the TypeScript when it runs it in the repository, which it refuses to
// do below node_modules.
import { stripTypeScriptTypes } from 'node:module';
import { posix } from 'node:path';

/** What only the repository has: the package has the templates compiled, and desk and editor bundled. */
const repositoryOnly = /^(?:integrations\/|desk\/desk-bundle\.ts$|build\/editor\/editor-bundle\.ts$)/;

/** The program starts here. Threads and processes are found by the addresses that start them. */
const entry = 'cli/main.ts';

/** The address of another file in an import, an export, or the start of a thread or process. */
const reference = /(\bfrom |\bimport |\bimport\(|\bnew URL\()'((?:\.{0,2}\/)?[\w./-]+)\.ts'/g;

/**
 * Lists the files that the program consists of, without its tests and without what its pages are made of.
 *
 * @param read Reads a file of `src`.
 * @returns Paths below `src`, sorted.
 */
export function listProgram(read: (path: string) => string): string[] {
  const found = new Set([entry]);
  for (const path of found)
    for (const target of referencesOf(path, read(path))) if (!repositoryOnly.test(target)) found.add(target);
  return [...found].sort();
}

/** The files of `src` that a file refers to, without those of which it uses only types. */
function referencesOf(path: string, source: string): string[] {
  return [...stripTypeScriptTypes(source).matchAll(reference)].map(([, , target = '']) =>
    posix.join(posix.dirname(path), `${target}.ts`),
  );
}

/** A file as the package has it: without types, every line and column where it was, so that traces of errors agree. */
export function packCode(source: string): string {
  return stripTypeScriptTypes(source).replace(reference, "$1'$2.js'");
}
