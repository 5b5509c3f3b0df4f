import type { PageFrame } from '../../data/pages/page-frame.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { loadPageApp, renderPageAt, type PageApp } from './page-app.ts';
import type { PlannedPage } from './page-plan.ts';

/** Renders pages into an edition. */
export interface PageWriter {
  /** Writes the pages that the last edition does not have as they should be. */
  write(pages: readonly PlannedPage[]): Promise<void>;
}

/**
 * Opens a writer; the compiled templates are loaded when the first page is to be rendered.
 *
 * @param entry Absolute path of the compiled templates.
 * @param program Digest of the program.
 */
export function openPageWriter(
  edition: EditionFolder,
  { entry, frame, program }: { entry: string; frame: PageFrame; program: string },
): PageWriter {
  const frameDigest = digest(program, frame);
  let app: Promise<PageApp> | undefined;
  return {
    async write(pages) {
      for (const { path, key, gather } of pages) {
        const whole = digest(frameDigest, key);
        if (edition.keep(path, whole)) continue;
        app ??= loadPageApp(entry);
        edition.write(path, whole, await renderPageAt(await app, path, frame, await gather()));
      }
    },
  };
}
