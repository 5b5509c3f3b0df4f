import type { IndexedLetter } from '../../../src/search/text/indexed-letter.ts';

/** A search engine as the table shows it. */
export interface Engine {
  /** Name for `--only`. */
  key: string;
  name: string;
  /** The package that tells its version; ours has none, it is the commit. */
  package?: string;
  /** How it was set up for Chinese, and what a visitor sees of its results. */
  setUp: string;
  /** Heap that its build may need beyond Node's own limit, in megabytes: one index of all letters in memory. */
  heap?: number;
  /** Loads what needs the package. */
  load: () => Promise<EngineSite>;
}

/** How an engine gets its site. Its search page shows the first results in `ol[data-results]`. */
export interface EngineSite {
  /** Done before the clock runs: what an archive has anyway, its pages. */
  prepare?: (out: string, letters: readonly IndexedLetter[]) => Promise<void>;
  /** Builds the index from the letters. */
  build: (out: string, letters: readonly IndexedLetter[]) => Promise<void>;
  /** The search page, relative to the site. */
  page: string;
  /** Folder of the index, relative to the site. */
  index: string;
  /** Letters by the engine's own names, where it names them otherwise. */
  namesOfLetters?: (out: string) => Promise<Map<string, string>>;
}

declare global {
  interface Window {
    /** What a search page offers the bench: finds all letters, in rank order, and shows the first. */
    findLetters?: (query: string) => Promise<string[]>;
  }
}
