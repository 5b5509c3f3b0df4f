/** The ranges of `text` that stand inside 《》 or “”, their marks excluded; nothing when they don't pair. */
export function quotationRanges(text: string): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const [, pattern] of [
    ['title', /《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu],
    ['speech', /“[^“”]*”/gu],
  ] as const)
    for (const { index, 0: match } of text.matchAll(pattern))
      ranges.push({ from: index + 1, to: index + match.length - 1 });
  return ranges;
}

/** Whether the offset stands inside one of the ranges. */
export function isInside(ranges: readonly { from: number; to: number }[], at: number): boolean {
  return ranges.some(({ from, to }) => from <= at && at < to);
}
