import { firstIndex } from '../reply/first-index.ts';
import type { TextRange } from './folded-text.ts';

/**
 * Gives for a range the first, by where they begin, of `ranges` that holds all of it. Each question takes a number
 * of steps that grows with the logarithm of how many ranges there are; they may nest and overlap.
 */
export function enclosingRange<T extends TextRange>(
  ranges: readonly T[],
): (inner: TextRange) => T | undefined {
  const sorted = [...ranges].sort((a, b) => a.at - b.at);
  // How far the ranges up to each one reach: it never falls, so the first that reaches far enough can be searched for.
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
