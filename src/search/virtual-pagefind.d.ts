/** Pagefind's runtime, put into the engine's bundle by `engine-bundle.ts`. */
declare module 'virtual:pagefind' {
  interface PagefindResult {
    /** Pagefind's name for the page. */
    id: string;
    /** Places of tokens: of every one for a single token, of the first match for a phrase. */
    words: number[];
  }
  interface PagefindInstance {
    search: (term: string) => Promise<{ results: PagefindResult[] }>;
    /** Loads the chunks that a search would need. */
    preload: (term: string) => Promise<void>;
  }
  export function createInstance(options: { basePath: string }): PagefindInstance;
}
