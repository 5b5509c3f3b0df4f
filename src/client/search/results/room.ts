/** In CSS pixels; from `from` on lines are long. */
const layouts = [
  { from: 641, above: 300, letter: 143 },
  { from: 0, above: 375, letter: 300 },
];

/**
 * How many results a window has room for: these are shown with their excerpts at once, and no other texts
 * are read before they are.
 *
 * @param top Where the list begins, from the upper edge of the window. Before a first search other things
 *   stand above it, which leave with it: it is not taken to begin further down than below the search box.
 */
export function roomBelow(
  top: number,
  { innerWidth, innerHeight }: Pick<Window, 'innerWidth' | 'innerHeight'>,
): number {
  const { above = 0, letter = 1 } = layouts.find(({ from }) => innerWidth >= from) ?? {};
  const room = innerHeight - Math.min(above, Math.max(0, top));
  return Math.max(1, Math.ceil(room / letter));
}
