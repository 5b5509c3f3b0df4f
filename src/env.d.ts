declare module 'virtual:dafu/engine' {
  /** Source of the search engine's worker. */
  const source: string;
  export default source;
}

declare module 'virtual:dafu/copy-check' {
  /** Source of the worker that checks a copy. */
  const source: string;
  export default source;
}

declare module 'virtual:dafu/desk-worker' {
  /** Source of the desk's worker. */
  const source: string;
  export default source;
}

declare module 'virtual:dafu/pdf-data' {
  /** The data files of pdf.js in base64, by name. */
  const files: Record<string, string>;
  export default files;
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

declare module 'virtual:dafu/pagefind' {
  /** A page that Pagefind found; its data are loaded on demand. */
  export interface PagefindResult {
    id: string;
    /** Indices of the matching words. */
    words: number[];
    data: () => Promise<{
      url: string;
      /** The record's own address, which Pagefind completes to `url`. */
      raw_url?: string;
      meta: import('./quick-find/record.ts').QuickFindMeta;
      plain_excerpt: string;
    }>;
  }

  /** Pagefind's runtime (`pagefind.js`), as far as the quick find uses it. */
  export function createInstance(options: {
    basePath: string;
    noWorker: boolean;
    excerptLength: number;
    excerptEllipsis: string;
  }): {
    search: (
      term: string,
      options: { sort: Record<string, 'asc' | 'desc'> },
    ) => Promise<{ results: PagefindResult[] }>;
  };
}
