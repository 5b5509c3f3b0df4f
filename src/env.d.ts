declare module 'virtual:dafu/engine' {
  /** Source of the search engine's worker. */
  const source: string;
  export default source;
}

declare module 'virtual:dafu/assets' {
  /** Site path (`assets/site.ab12cd34.css`) of each bundled stylesheet and classic script, by entry name. */
  const assets: Record<string, string>;
  export default assets;
}

declare namespace App {
  /** All that a page is made from. */
  interface Locals {
    frame: import('./data/pages/page-frame.ts').PageFrame;
    page: import('./data/pages/shown-page.ts').ShownPage;
  }
}
