/**
 * Compares texts by UTF-16 code units, as `sort` takes it: the same order on every machine, whatever its locale.
 *
 * @returns -1, 0 or 1.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
