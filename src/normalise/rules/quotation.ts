import { enclosingRange } from '../ranges.ts';
import type { Range } from '../view.ts';

/** The ranges of `text` that stand inside 《》 or “”, their marks excluded; nothing when they don't pair. */
export function quotationRanges(text: string): Range[] {
  return [/《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu, /“[^“”]*”/gu].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
      at: index + 1,
      end: index + match.length - 1,
    })),
  );
}

/** Tells whether an offset is inside one of the ranges. */
export function insideOf(ranges: readonly Range[]): (at: number) => boolean {
  const around = enclosingRange(ranges);
  return (at) => around({ at, end: at + 1 }) !== undefined;
}
