import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import {
  openCompiledPages,
  type CompiledPages,
  type CompilePages,
} from '../build/rendering/compiled-pages.ts';
import { digestProgram } from '../program/program-digest.ts';
import { cacheFolder, programRoot } from '../program/program-folder.ts';
import { compilePages } from './page-compiler.ts';

/**
 * Takes the templates that any test or build of this program has compiled, or compiles them for all: a test that
 * builds upon empty caches is about what is made of letters, and compiling takes longer than that.
 */
export const compileOnce: CompilePages = async (root, out) => {
  const templates = await open(root);
  try {
    await cp(join(templates.entry, '../../..'), out, { recursive: true, verbatimSymlinks: true });
  } finally {
    await templates.close();
  }
};

/**
 * Puts the same templates into the caches of a copy of this program, which then compiles none as long as it is the
 * same program.
 *
 * @param cache The folder of all caches of the copy.
 */
export async function shareTemplates(cache: string): Promise<void> {
  await (await open(programRoot)).close();
  const kept = join('templates', await digestProgram());
  await cp(join(cacheFolder, kept), join(cache, kept), { recursive: true, verbatimSymlinks: true });
}

async function open(root: string): Promise<CompiledPages> {
  return openCompiledPages({ root, cache: cacheFolder, program: await digestProgram() }, compilePages);
}
