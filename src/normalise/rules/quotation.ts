import { enclosingRange } from '../text-range.ts';
import type { TextRange } from '../folded-text.ts';

/** The ranges of `text` inside 《》 or “”, without the marks; none when they don't pair. */
export function quotationRanges(text: string): TextRange[] {
  return [/《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu, /“[^“”]*”/gu].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
      at: index + 1,
      end: index + match.length - 1,
    })),
  );
}

/** Tests whether an offset is inside one of the ranges. */
export function insideOf(ranges: readonly TextRange[]): (at: number) => boolean {
  const around = enclosingRange(ranges);
  return (at) => around({ at, end: at + 1 }) !== undefined;
}
