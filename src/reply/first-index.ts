/**
 * Finds the first index below `length` for which `holds`, by bisection: it must hold for all after it too.
 *
 * @returns `length` if there is none.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
