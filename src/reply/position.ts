import { firstIndex } from './first-index.ts';

/** A place in a text: line and column count from 1, a column counts UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Gives the line and column of offsets in a text, which is gone through once. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  return (offset) => {
    const line = firstIndex(starts.length, (index) => (starts[index] ?? 0) > offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}
