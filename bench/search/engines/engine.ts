import type { IndexedLetter } from '../../../src/search/text/indexed-letter.ts';

/** A search engine in the table. */
export interface Engine {
  /** Name for `--only`. */
  key: string;
  name: string;
  /** The package that states its version; absent for ours, whose version is the commit. */
  package?: string;
  /** How it is configured for Chinese, and what results a visitor sees. */
  setUp: string;
  /**
   * Heap limit of its build in megabytes, if it needs more than Node's default: one index of all letters in
   * memory.
   */
  heap?: number;
  /** Loads the code that needs the package. */
  load: () => Promise<EngineSite>;
}

/** How the site of an engine is built. Its search page shows the first results in `ol[data-results]`. */
export interface EngineSite {
  /** Untimed preparation: the pages, which an archive has anyway. */
  prepare?: (out: string, letters: readonly IndexedLetter[]) => Promise<void>;
  /** Builds the index from the letters. */
  build: (out: string, letters: readonly IndexedLetter[]) => Promise<void>;
  /** Path of the search page in the site. */
  page: string;
  /** Path of the index folder in the site. */
  index: string;
  /** Maps the engine's own names of letters to ids, if they differ. */
  namesOfLetters?: (out: string) => Promise<Map<string, string>>;
}

declare global {
  interface Window {
    /** The search page's interface to the benchmark: finds all letters, in rank order, and shows the first. */
    findLetters?: (query: string) => Promise<string[]>;
  }
}
