import type { Site } from '../../reply/site.ts';

/** A page about the archive, from `content/pages/`. */
export interface PageLink {
  /** Path of the page below the site's root, without `.html`. */
  id: string;
  title: string;
}

/** What every page of an edition shows around its own content. */
export interface PageFrame {
  site: Site;
  /** Path under which the site is served. Only `404.html` depends on it. */
  base: string;
  hasLetters: boolean;
  /** The pages that every footer links to, in order. */
  footer: readonly PageLink[];
}
