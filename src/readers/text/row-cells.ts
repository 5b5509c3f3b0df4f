/** A cell, as offsets in its line. */
export interface LineCell {
  from: number;
  to: number;
}

/** Splits a line into two or more cells; undefined when it has fewer. */
export type CellSplitter = (text: string) => LineCell[] | undefined;

/** Anything longer is a paragraph. */
const longestCell = 60;

/** Splits `| a | b |`, with or without the outer pipes. */
export function splitAtPipes(text: string): LineCell[] | undefined {
  const lead = /^\s*[|｜]?/u.exec(text)?.[0].length ?? 0;
  const end = text.length - (/[|｜]$/u.exec(text)?.[0].length ?? 0);
  return splitCells(text, Math.min(lead, end), end, /[|｜]/gu);
}

export function splitAtTabs(text: string): LineCell[] | undefined {
  return splitCells(text, text.length - text.trimStart().length, text.length, /\t/gu);
}

/** Splits at gaps of two or more spaces or one full-width space. */
export function splitAtGaps(text: string): LineCell[] | undefined {
  return splitCells(text, text.length - text.trimStart().length, text.length, / {2,}| ?\u3000[ \u3000]*/gu);
}

/** Splits into two or more cells, none of which may be a sentence or a label with its colon. */
function splitCells(text: string, from: number, to: number, separator: RegExp): LineCell[] | undefined {
  const cells: LineCell[] = [];
  let start = from;
  for (const { index, 0: match } of text.slice(from, to).matchAll(separator)) {
    cells.push(trimRange(text, start, from + index));
    start = from + index + match.length;
  }
  cells.push(trimRange(text, start, to));
  const fits = cells.every(
    (cell) => cell.to - cell.from <= longestCell && !/[。！？：!?:]/u.test(text.slice(cell.from, cell.to)),
  );
  return cells.length >= 2 && fits ? cells : undefined;
}

function trimRange(text: string, from: number, to: number): LineCell {
  const inner = text.slice(from, to);
  const lead = inner.length - inner.trimStart().length;
  return { from: from + lead, to: Math.max(from + lead, from + inner.trimEnd().length) };
}
