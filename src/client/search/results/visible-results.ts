/** In CSS pixels: how far below the upper edge the list begins, and how tall a letter is at least. */
const wide = { above: 300, letter: 143 };
const narrow = { above: 375, letter: 300 };
/** Up to this width lines are short. */
const shortLines = 640;

/**
 * How many results a window has room for: these are shown with their excerpts at once, and no other texts
 * are read before they are.
 *
 * @param top Where the list begins, from the upper edge of the window. Before a first search other things
 *   stand above it, which leave with it: it is not taken to begin further down than below the search box.
 */
export function countVisible(
  top: number,
  { innerWidth, innerHeight }: Pick<Window, 'innerWidth' | 'innerHeight'>,
): number {
  const { above, letter } = innerWidth > shortLines ? wide : narrow;
  const room = innerHeight - Math.min(above, Math.max(0, top));
  return Math.max(1, Math.ceil(room / letter));
}
