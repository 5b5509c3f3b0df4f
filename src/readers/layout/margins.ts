import type { TextLine } from './text-line.ts';

/** The left and right margin of a text. */
export interface Margins {
  left: number;
  right: number;
  /** A table cell: its text may be centred, so that only its width shows whether a line is full. */
  isCell?: boolean;
}

/** The margins of some lines: the outermost positions where at least two lines begin or end. */
export function marginsOf(lines: readonly TextLine[]): Margins {
  const em = Math.max(...lines.map((line) => line.size), 1);
  return {
    left: outermost(
      lines.map((line) => line.x),
      0.5 * em,
    ),
    right: -outermost(
      lines.map((line) => -line.right),
      1.2 * em,
    ),
  };
}

/**
 * The margins of every page. A page with few or short lines, such as the last one with the signature, takes
 * those of the page with the most lines.
 */
export function marginsOfPages(pages: readonly (readonly TextLine[])[]): Margins[] {
  const fullest = pages.reduce((best, lines) => (lines.length > best.length ? lines : best), []);
  const usual = marginsOf(fullest);
  return pages.map((lines) => {
    const own = marginsOf(lines);
    const narrow = own.right - own.left < 0.85 * (usual.right - usual.left);
    const inside = own.left > usual.left - 1 && own.right < usual.right + 1;
    return lines.length < 6 || (narrow && inside) ? usual : own;
  });
}

function outermost(places: readonly number[], reach: number): number {
  const sorted = [...places].sort((a, b) => a - b);
  const shared = sorted.findIndex((place, index) => (sorted[index + 1] ?? Infinity) - place < reach);
  return sorted[Math.max(shared, 0)] ?? 0;
}
