import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import type { CompilePages } from '../build/rendering/compiled-pages.ts';
import { packedTemplates } from '../program/program-folder.ts';

/** Has the templates compiled; the package has them compiled already, and needs no Astro. */
export const compilePages: CompilePages = async (root, out) => {
  if (existsSync(packedTemplates)) {
    await cp(packedTemplates, out, { recursive: true });
    return;
  }
  const astro = await import('../integrations/page-compiler.ts');
  await astro.compilePages(root, out);
};
