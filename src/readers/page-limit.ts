/**
 * The most pages of a document: more than any reply has. Each takes time and memory, a scanned one some seconds; how large
 * it may be is bounded by its pixels (`scan/raster.ts`, `pdf/limits.ts`), and the file by its bytes (`size-bound.ts`).
 */
export const mostPages = 500;
