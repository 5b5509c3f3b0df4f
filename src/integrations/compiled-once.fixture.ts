import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { openCompiledPages, type CompilePages } from '../build/rendering/compiled-pages.ts';
import { digestProgram } from '../program/program-digest.ts';
import { cacheFolder } from '../program/program-folder.ts';
import { compilePages } from './page-compiler.ts';

/**
 * Takes the templates that any test or build of this program has compiled, or compiles them for all: a test that
 * builds upon empty caches is about what is made of letters, and compiling takes longer than that.
 */
export const compileOnce: CompilePages = async (root, out) => {
  const templates = await openCompiledPages(
    { root, cache: cacheFolder, program: await digestProgram() },
    compilePages,
  );
  try {
    await cp(join(templates.entry, '../../..'), out, { recursive: true, verbatimSymlinks: true });
  } finally {
    await templates.close();
  }
};
