import { foldUnits, type FoldOptions } from './fold.ts';

/**
 * Defines what a search finds, by brute force: letters in which the folded query is a substring of a block, with
 * runs of letters and digits matched whole. Tests compare the index with it.
 */
export function containsText(blocks: readonly string[], query: string, options?: FoldOptions): boolean {
  return createScanner(blocks)(query, options);
}

/** Makes `containsText` for many queries of one letter, whose blocks are folded once. */
export function createScanner(blocks: readonly string[]): (query: string, options?: FoldOptions) => boolean {
  const spelled = blocks.map((block) => canonicalText(block));
  return (query, options) => {
    const needle = canonicalText(query, options);
    return needle !== '' && spelled.some((block) => block.includes(needle));
  };
}

/**
 * Folded text with delimited units and explicit breaks, so that substrings are sequences of units.
 *
 * @param write How a unit is written; no two are written alike, nor as a break.
 */
export function canonicalText(
  text: string,
  options?: FoldOptions,
  write: (unit: string) => string = (unit) => `<${unit}>`,
): string {
  return foldUnits(text, options)
    .map(({ text: unit, breakBefore }) => `${breakBefore ? '，' : ''}${write(unit)}`)
    .join('');
}
