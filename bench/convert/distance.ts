/**
 * The edit distance (Levenshtein) between two texts, in UTF-16 code units.
 *
 * @param freeEnds Text in `actual` before and after the best match of `expected` costs nothing: for a tool
 *   that converts a whole page and cannot know which part is the letter's body.
 */
export function editDistance(expected: string, actual: string, freeEnds = false): number {
  const codes = Uint16Array.from({ length: actual.length }, (_, index) => actual.charCodeAt(index));
  const row = Uint32Array.from({ length: actual.length + 1 }, (_, index) => (freeEnds ? 0 : index));
  for (let line = 1; line <= expected.length; line += 1) {
    const code = expected.charCodeAt(line - 1);
    let diagonal = line - 1;
    let left = line;
    row[0] = line;
    for (let column = 1; column <= codes.length; column += 1) {
      const above = row[column] ?? 0;
      const replaced = codes[column - 1] === code ? diagonal : diagonal + 1;
      const shorter = (above < left ? above : left) + 1;
      left = replaced < shorter ? replaced : shorter;
      row[column] = left;
      diagonal = above;
    }
  }
  return freeEnds ? row.reduce((least, value) => Math.min(least, value)) : (row.at(-1) ?? 0);
}
