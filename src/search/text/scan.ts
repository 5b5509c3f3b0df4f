import { foldUnits, type FoldOptions } from './fold.ts';

/**
 * The definition of «stands there», by brute force: the folded query is a substring of one of the
 * blocks, with runs of letters and digits matched whole. The index is held to exactly this.
 */
export function standsIn(blocks: readonly string[], query: string, options?: FoldOptions): boolean {
  return scannerOf(blocks)(query, options);
}

/** The same for many queries of one letter, whose blocks are folded once. */
export function scannerOf(blocks: readonly string[]): (query: string, options?: FoldOptions) => boolean {
  const spelled = blocks.map((block) => spell(block));
  return (query, options) => {
    const needle = spell(query, options);
    return needle !== '' && spelled.some((block) => block.includes(needle));
  };
}

/** Every unit between two marks of its own, breaks written out, so that a substring is a sequence of units. */
export function spell(text: string, options?: FoldOptions): string {
  return foldUnits(text, options)
    .map(({ text: unit, broken }) => `${broken ? '，' : ''}<${unit}>`)
    .join('');
}
