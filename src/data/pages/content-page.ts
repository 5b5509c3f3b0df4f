import type { PageHeading } from '../../markdown/rendered-body.ts';
import type { PageLink } from './page-frame.ts';

/** What a page from `content/pages/` shows. */
export interface ContentPage extends PageLink {
  description: string | undefined;
  /** Its rendered Markdown. */
  html: string;
  headings: readonly PageHeading[];
  /** The pages of its folder, such as those of the guide, in order; empty at the top. */
  beside: readonly PageLink[];
}
