import type { Excess } from './excess.ts';
import type { BodyLine } from './lines.ts';

/** Of the squares of the numbers of marks in one text: each may be compared with all before it. */
const most = 1400 ** 2;

/** Too many marks of emphasis and links in one paragraph. A backslash makes a mark text. */
export function findInlineExcess(parts: readonly (readonly BodyLine[])[]): Excess | undefined {
  let work = 0;
  for (const part of parts) {
    for (const text of inlineTexts(part)) work += countMarks(text) ** 2;
    if (work > most)
      return {
        at: part[0]?.at ?? 0,
        text: '这一段里 *、_、~、[ 等标记太多。请减少标记；当作普通文字时，在前面加反斜杠。',
      };
  }
  return undefined;
}

/** The texts of a part in which marks may belong together: all of it, or each row of a table. */
function inlineTexts(part: readonly BodyLine[]): string[] {
  const texts = part.map(({ text }) => text);
  return isTable(texts) ? texts : [texts.join('\n')];
}

/** Whether lines are surely a table of GFM: the first two are its head and the row below it. */
function isTable([head = '', row = '']: readonly string[]): boolean {
  return (
    /^ {0,3}\|/.test(head) &&
    !/^ {4}/.test(row) &&
    cellsOf(row).every((cell) => /^:?-+:?$/.test(cell.trim())) &&
    cellsOf(head).length === cellsOf(row).length
  );
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/);
}

/** Runs of delimiters, and brackets; a long run counts for more, for it nests by itself. */
function countMarks(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(/\\[\s\S]|\*+|_+|~+|[[\]]/g))
    if (!run.startsWith('\\')) count += Math.ceil(run.length / 3);
  return count;
}
