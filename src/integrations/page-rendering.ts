import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { removeAbandoned, temporaryName } from '../storage/temporary-name.ts';
import type { Rendering } from '../build/build.ts';
import { moveContents } from '../build/move-contents.ts';
import { ContentError, findingsOf } from '../build/content-error.ts';
import { openRenderCache } from '../build/render-cache.ts';

/**
 * Has Astro render the pages into a folder that may hold files already. Astro puts the scripts that it
 * renders with into its output folder, where they must find the project's packages, and only when that is
 * below the working folder; elsewhere two builds would share them. So it renders into a folder of ours below
 * the project, of this build alone, and the finished pages are moved.
 *
 * @param out Absolute path of the folder to fill, on whatever disk.
 * @throws ContentError when a letter or page cannot be rendered.
 */
export async function renderPages(
  { root, cache, content, base, onDamage }: Rendering,
  out: string,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  await removeAbandoned(cache, 'pages');
  const workshop = temporaryName(join(cache, 'pages'));
  const letters = await openRenderCache(cache, root, content);
  const here = process.cwd();
  await mkdir(cache, { recursive: true });
  await mkdir(workshop);
  try {
    if ((await letters.open(join(workshop, 'cache'))) === 'damaged') onDamage();
    process.chdir(root);
    await build({
      root,
      outDir: join(workshop, 'out'),
      base,
      cacheDir: join(workshop, 'cache'),
      // What fails is thrown; Astro's own words for it are English.
      logLevel: 'silent',
    });
    await letters.keep(join(workshop, 'cache'));
    await moveContents(join(workshop, 'out'), out);
  } catch (error) {
    const findings = findingsOf(error);
    throw findings ? new ContentError(findings) : error;
  } finally {
    process.chdir(here);
    await rm(workshop, { recursive: true, force: true });
  }
}
