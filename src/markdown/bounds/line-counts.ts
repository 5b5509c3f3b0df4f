import type { Excess } from './excess.ts';
import type { BodyLine } from './lines.ts';

const mostLines = 20_000;
/** Of the squares of the numbers of lines without an empty one between. */
const mostAdjacent = 5000 ** 2;
const mostCells = 24_000;

/** Too many lines, in all or without an empty one between, and tables that are too large. */
export function findLineExcess(parts: readonly (readonly BodyLine[])[]): Excess | undefined {
  let lines = 0;
  let adjacent = 0;
  let cells = 0;
  for (const part of parts) {
    const at = part[0]?.at ?? 0;
    lines += part.length;
    adjacent += part.length ** 2;
    // A short row of a table is filled up to as many cells as its head has.
    if (part.length > 1)
      cells += part.length * part.reduce((most, { text }) => Math.max(most, text.split('|').length - 1), 0);
    if (lines > mostLines) return { at, text: `正文超过 ${mostLines} 行。请拆成几份，或作为附件。` };
    if (adjacent > mostAdjacent)
      return { at, text: '从这里起太多行连在一起，中间没有空行。请用空行分段，或作为附件。' };
    if (cells > mostCells)
      return { at, text: `从这里起的表格太大，全文表格超过 ${mostCells} 格。请拆分，或作为附件。` };
  }
  return undefined;
}
