import { asArray, readPagefindFile, asString, unknownFormat } from './pagefind-format.ts';

/** Pagefind's `.pf_meta`, as far as it is not the same for every shard. */
export interface PagefindMeta {
  /** Pagefind's names of the pages, in the order that the chunks count them. */
  pages: string[];
  /** Pagefind's names of the chunks, in the order of their tokens. */
  chunks: string[];
}

/**
 * Reads Pagefind's table of pages and chunks.
 *
 * @throws Error when it is not as Pagefind 1.6.0 writes it for an index without filters and sorts.
 */
export function readPagefindMeta(compressed: Uint8Array): PagefindMeta {
  const [version, pages, chunks, ...others] = asArray(readPagefindFile(compressed));
  if (version !== '1.6.0' || others.length !== 3) throw unknownFormat();
  if (others.some((other) => asArray(other).length > 0)) throw unknownFormat();
  return {
    // What follows the name, length and file of the page, is for Pagefind's ranking and excerpts: ours need none.
    pages: asArray(pages).map((page) => asString(asArray(page)[0])),
    // Behind the chunk's first and last token, which stand in the chunk too.
    chunks: asArray(chunks).map((chunk) => asString(asArray(chunk)[2])),
  };
}
