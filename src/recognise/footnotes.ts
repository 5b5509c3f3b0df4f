import { enclosingRange } from '../normalise/text-range.ts';
import type { Line } from './lines.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import type { LetterBlock } from './letter-block.ts';
import type { FootnoteMark } from './marks.ts';

/** The footnotes that the body cites. A word processor puts their text below the signature. */
export function footnotesBelow(
  lines: readonly Line[],
  end: number,
  blocks: readonly TextRange[],
  marks: readonly FootnoteMark[],
): LetterBlock[] {
  const enclosingBlock = enclosingRange(blocks);
  const cited = new Set(marks.filter((mark) => enclosingBlock(mark)).map(({ number }) => number));
  const beginnings = new Set(marks.filter(({ number }) => cited.has(number)).map(({ at }) => at));
  return lines.flatMap((line, index): LetterBlock[] =>
    index >= end && beginnings.has(line.at)
      ? [{ at: line.at, end: line.end, use: 'prose', lines: [index] }]
      : [],
  );
}
