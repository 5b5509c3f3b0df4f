/** Makes a list of `count` elements from their indexes. */
export function listOf<T>(count: number, make: (index: number, count: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index, count));
}

/** Makes a text of `count` parts from their indexes. */
export function textOf(count: number, make: (index: number) => string): string {
  return listOf(count, make).join('');
}
