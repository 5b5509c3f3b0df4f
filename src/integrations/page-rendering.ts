import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { removeAbandoned, temporaryName } from '../storage/temporary-name.ts';
import type { Rendering } from '../build/build.ts';
import { moveContents } from '../build/move-contents.ts';
import { ContentError, findingsOf } from '../build/content-error.ts';
import { openRenderCache } from '../build/render-cache.ts';

/**
 * Has Astro render the pages into a folder that may already contain files. Astro writes the scripts with
 * which it renders into its output folder, where they must be able to import the project's packages, and only
 * if that is below the working folder; otherwise two builds would share them. So it renders into a temporary
 * folder below the project, and the finished pages are moved.
 *
 * @param out Absolute path of the folder to fill, on any disk.
 * @throws ContentError when a letter or page cannot be rendered.
 */
export async function renderPages(
  { root, cache, content, base, onDamage }: Rendering,
  out: string,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  await removeAbandoned(cache, 'pages');
  const temporary = temporaryName(join(cache, 'pages'));
  const letters = await openRenderCache(cache, root, content);
  const here = process.cwd();
  await mkdir(cache, { recursive: true });
  await mkdir(temporary);
  try {
    if ((await letters.open(join(temporary, 'cache'))) === 'damaged') onDamage();
    process.chdir(root);
    await build({
      root,
      outDir: join(temporary, 'out'),
      base,
      cacheDir: join(temporary, 'cache'),
      // Failures are thrown; Astro's own messages about them are in English.
      logLevel: 'silent',
    });
    await letters.keep(join(temporary, 'cache'));
    await moveContents(join(temporary, 'out'), out);
  } catch (error) {
    const findings = findingsOf(error);
    throw findings ? new ContentError(findings) : error;
  } finally {
    process.chdir(here);
    await rm(temporary, { recursive: true, force: true });
  }
}
