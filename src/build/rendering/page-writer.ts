import { setImmediate } from 'node:timers/promises';
import type { PageFrame } from '../../data/pages/page-frame.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { loadPageApp, renderPageAt, type PageApp } from './page-app.ts';
import type { PlannedPage } from './planned-page.ts';

/** Renders pages into an edition. */
export interface PageWriter {
  /** Writes the pages that the last edition does not have as they should be. @returns The paths of all. */
  write(pages: readonly PlannedPage[]): Promise<string[]>;
  /** Renders a page without writing it. */
  render(page: PlannedPage): Promise<string>;
}

/**
 * Opens a writer, which loads the compiled templates before it renders its first page.
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
  const render = async ({ path, gather }: PlannedPage) => {
    app ??= loadPageApp(entry);
    return renderPageAt(await app, path, frame, await gather());
  };
  return {
    render,
    async write(pages) {
      for (const page of pages) {
        const key = digest(frameDigest, page.key);
        if (edition.keep(page.path, key)) continue;
        edition.write(page.path, key, await render(page));
        // Threads that this one serves wait no longer than a page takes.
        await setImmediate();
      }
      return pages.map(({ path }) => path);
    },
  };
}
