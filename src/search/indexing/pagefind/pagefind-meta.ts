import { asArray, readPagefindFile, asString, unknownFormat } from './pagefind-format.ts';

/** The parts of Pagefind's `.pf_meta` that differ between shards. */
export interface PagefindMeta {
  /** Names of the pages, in the order of their rows. */
  pages: string[];
  /** Names of the chunks, in the order of their tokens. */
  chunks: string[];
}

/**
 * Reads Pagefind's table of pages and chunks.
 *
 * @throws Error unless it is as Pagefind 1.6.0 writes it for an index without filters and sorts.
 */
export function readPagefindMeta(compressed: Uint8Array): PagefindMeta {
  const [version, pages, chunks, ...others] = asArray(readPagefindFile(compressed));
  if (version !== '1.6.0' || others.length !== 3) throw unknownFormat();
  if (others.some((other) => asArray(other).length > 0)) throw unknownFormat();
  return {
    // After the name come the page's length and file, for Pagefind's own ranking and excerpts.
    pages: asArray(pages).map((page) => asString(asArray(page)[0])),
    // The name follows the chunk's first and last token, which the chunk contains too.
    chunks: asArray(chunks).map((chunk) => asString(asArray(chunk)[2])),
  };
}
