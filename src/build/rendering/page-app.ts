import { pathToFileURL } from 'node:url';
import { address } from '../../archive/address.ts';
import type { PageFrame } from '../../data/pages/page-frame.ts';
import type { ShownPage } from '../../data/pages/shown-page.ts';

/** The compiled templates of the site. */
export interface PageApp {
  /**
   * Renders a page.
   *
   * @param route Address by which the templates know the page, with a leading slash.
   * @param locals All that the page is made from.
   * @returns HTML.
   */
  renderRoute: (route: string, locals: { frame: PageFrame; page: ShownPage }) => Promise<string>;
}

/** Loads the compiled templates. @param entry Absolute path of their module. */
export async function loadPageApp(entry: string): Promise<PageApp> {
  return (await import(pathToFileURL(entry).href)) as PageApp;
}

/** Renders the page at a path of the edition. */
export function renderPageAt(app: PageApp, path: string, frame: PageFrame, page: ShownPage): Promise<string> {
  return app.renderRoute(routeOf(path, page.kind), { frame, page });
}

/**
 * The address by which the templates know the page at a path. Pages whose addresses editors choose have folders of
 * their own there: one may be where another template's page would be.
 */
export function routeOf(path: string, kind: ShownPage['kind']): string {
  if (path === address.home) return '/';
  const route = encodeURI(path.replace(/\.html$/, ''));
  const folder = foldersOfKinds[kind];
  return folder === undefined ? `/${route}` : `/${folder}/${route}`;
}

const foldersOfKinds: Partial<Record<ShownPage['kind'], string>> = {
  content: 'pages',
  redirect: 'redirects',
  withdrawn: 'withdrawn',
};
