/** In CSS pixels: the offset of the list from the top of the window, and the minimum height of a result. */
const wide = { above: 300, letter: 143 };
const narrow = { above: 375, letter: 220 };
/** Width in CSS pixels up to which lines are short. */
const shortLines = 640;

/** Whether lines are short: then an excerpt has three of them. */
export function isNarrow({ innerWidth }: Pick<Window, 'innerWidth'>): boolean {
  return innerWidth <= shortLines;
}

/**
 * How many results are visible in a window: these get their excerpts before any other text is loaded.
 *
 * @param top Offset of the list from the top of the window. Before the first search there is help above it, which
 *   then goes away: the offset is capped at where the list begins below the search box.
 */
export function countVisible(
  top: number,
  { innerWidth, innerHeight }: Pick<Window, 'innerWidth' | 'innerHeight'>,
): number {
  const { above, letter } = isNarrow({ innerWidth }) ? narrow : wide;
  const height = innerHeight - Math.min(above, Math.max(0, top));
  return Math.max(1, Math.ceil(height / letter));
}
