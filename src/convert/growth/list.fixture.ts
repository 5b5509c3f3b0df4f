/** So many things, each made of its index. */
export function listOf<T>(count: number, make: (index: number, count: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index, count));
}

/** The same as one text. */
export function textOf(count: number, make: (index: number) => string): string {
  return listOf(count, make).join('');
}
