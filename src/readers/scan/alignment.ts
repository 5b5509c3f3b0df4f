/** A place of two aligned sequences: an element of each, or of one where the other has none. */
export interface AlignedPair<A, B> {
  first: A | undefined;
  second: B | undefined;
}

/**
 * Aligns two sequences by edit distance (Levenshtein): equal elements stand together wherever that leaves the
 * fewest differences.
 *
 * @param equal Whether an element of one is that of the other.
 */
export function align<A, B>(
  first: readonly A[],
  second: readonly B[],
  equal: (a: A, b: B) => boolean,
): AlignedPair<A, B>[] {
  const columns = second.length + 1;
  const distances = new Uint16Array((first.length + 1) * columns);
  const at = (row: number, column: number) => distances[row * columns + column] ?? 0;
  const isEqual = (row: number, column: number) => {
    const [a, b] = [first[row], second[column]];
    return a !== undefined && b !== undefined && equal(a, b);
  };
  for (let row = 0; row <= first.length; row += 1)
    for (let column = 0; column < columns; column += 1)
      distances[row * columns + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column - 1) + (isEqual(row - 1, column - 1) ? 0 : 1),
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
            );
  const pairs: AlignedPair<A, B>[] = [];
  let [row, column] = [first.length, second.length];
  while (row > 0 || column > 0) {
    const here = at(row, column);
    const replaced =
      row > 0 && column > 0 && here === at(row - 1, column - 1) + (isEqual(row - 1, column - 1) ? 0 : 1);
    const takesFirst = replaced || (row > 0 && here === at(row - 1, column) + 1);
    const takesSecond = replaced || !takesFirst;
    pairs.push({
      first: takesFirst ? first[(row -= 1)] : undefined,
      second: takesSecond ? second[(column -= 1)] : undefined,
    });
  }
  return pairs.reverse();
}
