import type { Line } from './lines.ts';
import type { LetterBlock } from './letter-block.ts';

const numeral = '[一二三四五六七八九十]{1,3}';
const levels = [
  { depth: 2, begins: new RegExp(`^${numeral}、`, 'u'), first: /^一、/u },
  { depth: 3, begins: new RegExp(`^\\(${numeral}\\)`, 'u'), first: /^\(一\)/u },
] as const;

/**
 * Decides for each series of 一、二、三 or （一）（二） as a whole whether it consists of headings: if one of them
 * begins a paragraph (run-in), or ends like a sentence without text of its own below, none of them is a
 * heading. A series ends where the count starts again.
 */
export function settleHeadingSeries(blocks: readonly LetterBlock[], lines: readonly Line[]): LetterBlock[] {
  const runIn = new Set<LetterBlock>();
  const textOf = (block: LetterBlock | undefined) => lines[block?.lines[0] ?? -1]?.tight.text ?? '';
  const below = new Map(blocks.map((block, index) => [block, blocks[index + 1]]));
  const isItem = (block: LetterBlock) => {
    const next = below.get(block);
    return textOf(block).endsWith('。') && (next?.depth === block.depth || next?.use === 'names');
  };
  for (const { depth, begins, first } of levels) {
    let series: LetterBlock[] = [];
    const close = () => {
      if (series.some((block) => block.depth !== depth || isItem(block)))
        series.forEach((block) => runIn.add(block));
      series = [];
    };
    for (const block of blocks) {
      const text = textOf(block);
      if (block.rows || block.use === 'names' || !begins.test(text)) {
        // A new 二、 ends the series of （一）（二） below the previous one.
        if (depth === 3 && levels[0].begins.test(text)) close();
        continue;
      }
      if (first.test(text)) close();
      series.push(block);
    }
    close();
  }
  return blocks.map((block) =>
    runIn.has(block) && block.depth
      ? { at: block.at, end: block.end, use: 'prose', lines: block.lines }
      : block,
  );
}
