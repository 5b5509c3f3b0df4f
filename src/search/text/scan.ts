import { foldUnits, type FoldOptions } from './fold.ts';

/**
 * The definition of «stands there», by brute force: the folded query is a substring of one of the
 * blocks, with runs of letters and digits matched whole. The index is held to exactly this.
 */
export function containsText(blocks: readonly string[], query: string, options?: FoldOptions): boolean {
  return createScanner(blocks)(query, options);
}

/** The same for many queries of one letter, whose blocks are folded once. */
export function createScanner(blocks: readonly string[]): (query: string, options?: FoldOptions) => boolean {
  const spelled = blocks.map((block) => canonicalText(block));
  return (query, options) => {
    const needle = canonicalText(query, options);
    return needle !== '' && spelled.some((block) => block.includes(needle));
  };
}

/** Every unit between two marks of its own, breaks written out, so that a substring is a sequence of units. */
export function canonicalText(text: string, options?: FoldOptions): string {
  return foldUnits(text, options)
    .map(({ text: unit, breakBefore }) => `${breakBefore ? '，' : ''}<${unit}>`)
    .join('');
}
