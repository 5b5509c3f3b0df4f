import type { Line } from './lines.ts';
import type { LetterBlock } from './letter-block.ts';

const numeral = '[一二三四五六七八九十]{1,3}';
const marks = [
  { depth: 2, begins: new RegExp(`^${numeral}、`, 'u'), first: /^一、/u },
  { depth: 3, begins: new RegExp(`^\\(${numeral}\\)`, 'u'), first: /^\(一\)/u },
] as const;

/**
 * Decides for each series of 一、二、三 or （一）（二） as a whole whether it consists of headings: if one of them
 * begins a paragraph (run-in), or ends like a sentence without text of its own below, none of them is a
 * heading. A series ends where the count starts again.
 */
export function settleHeadingSeries(pieces: readonly LetterBlock[], lines: readonly Line[]): LetterBlock[] {
  const runIn = new Set<LetterBlock>();
  const textOf = (piece: LetterBlock | undefined) => lines[piece?.lines[0] ?? -1]?.tight.text ?? '';
  const below = new Map(pieces.map((piece, index) => [piece, pieces[index + 1]]));
  const isItem = (piece: LetterBlock) => {
    const next = below.get(piece);
    return textOf(piece).endsWith('。') && (next?.depth === piece.depth || next?.use === 'names');
  };
  for (const { depth, begins, first } of marks) {
    let series: LetterBlock[] = [];
    const close = () => {
      if (series.some((piece) => piece.depth !== depth || isItem(piece)))
        series.forEach((piece) => runIn.add(piece));
      series = [];
    };
    for (const piece of pieces) {
      const text = textOf(piece);
      if (piece.rows || piece.use === 'names' || !begins.test(text)) {
        // A new 二、 ends the series of （一）（二） below the previous one.
        if (depth === 3 && marks[0].begins.test(text)) close();
        continue;
      }
      if (first.test(text)) close();
      series.push(piece);
    }
    close();
  }
  return pieces.map((piece) =>
    runIn.has(piece) && piece.depth
      ? { at: piece.at, end: piece.end, use: 'prose', lines: piece.lines }
      : piece,
  );
}
