import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import type { CompilePages } from '../build/rendering/compiled-pages.ts';

/**
 * Has Astro compile the templates. So pages can be rendered one at a time, in several threads, and only those
 * that changed.
 */
export const compilePages: CompilePages = async (root, out) => {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  await mkdir(out, { recursive: true });
  try {
    await build({
      root,
      outDir: join(out, 'app'),
      cacheDir: join(out, 'cache'),
      // Failures are thrown; Astro's own messages about them are in English.
      logLevel: 'silent',
    });
  } finally {
    await rm(join(out, 'cache'), { recursive: true, force: true });
  }
};
