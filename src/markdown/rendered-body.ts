/** A heading of a rendered body. */
export interface PageHeading {
  depth: number;
  /** The heading's anchor. */
  slug: string;
  text: string;
}

/** A Markdown body as HTML. */
export interface RenderedPage {
  html: string;
  headings: PageHeading[];
}
