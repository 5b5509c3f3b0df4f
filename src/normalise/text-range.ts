import { firstIndex } from '../reply/first-index.ts';
import type { TextRange } from './folded-text.ts';

/**
 * Finds the first of `ranges`, by start, that contains a given range. Each search takes a number
 * of steps that grows with the logarithm of their count; ranges may nest and overlap.
 */
export function enclosingRange<T extends TextRange>(
  ranges: readonly T[],
): (inner: TextRange) => T | undefined {
  const sorted = [...ranges].sort((a, b) => a.at - b.at);
  // How far the ranges up to each one reach: this never falls, so a binary search finds the first far enough.
  let furthest = 0;
  const reaches = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (inner) => {
    const found = sorted[firstIndex(reaches.length, (index) => (reaches[index] ?? 0) >= inner.end)];
    return found && found.at <= inner.at ? found : undefined;
  };
}

/** Ranges in order, those that overlap joined to one. */
export function unionOf(ranges: readonly TextRange[]): TextRange[] {
  const union: TextRange[] = [];
  for (const { at, end } of [...ranges].sort((a, b) => a.at - b.at)) {
    const last = union.at(-1);
    if (last && at < last.end) last.end = Math.max(last.end, end);
    else union.push({ at, end });
  }
  return union;
}
