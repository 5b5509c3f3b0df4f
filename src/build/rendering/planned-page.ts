import type { ShownPage } from '../../data/pages/shown-page.ts';

/** A page that is not about a single letter. */
export interface PlannedPage {
  /** Path below the edition's root. */
  path: string;
  /** Digest of what the page shows. */
  key: string;
  /** Gathers what the page shows, when it must be rendered. */
  gather: () => Promise<ShownPage> | ShownPage;
}
