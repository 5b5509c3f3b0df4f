import { createAnchorNumbering, type AnchorNumbering } from './anchor-numbering.ts';
import type { Block } from './block.ts';

/** Anything that Markdown, GFM or HTML might read as more than text, wherever it is. */
const marked = /[\\`*_[\]<>&~@\u2029\ufeff\0-\x09\x0b-\x1f]|www\.|:\/\//i;

/** Lines that may begin a list, code, a table without frame or the underline of a heading. */
const structured = /^(?:[ =:+-]|\d+[.)])/m;

const heading = /^(#{1,6}) ([^#]*)$/;
const framedRow = /^\|.*\|$/;
const delimiters = /^\|(?: *:?-+:? *\|)+$/;

/**
 * Reads a letter that has nothing but headings, paragraphs and framed tables, as nearly all have, without parsing
 * Markdown, which takes a hundred times as long.
 *
 * @returns undefined for a letter that may have anything else.
 */
export function simpleBlocks(body: string): Block[] | undefined {
  if (marked.test(body) || structured.test(body)) return undefined;
  const numbering = createAnchorNumbering();
  const blocks: Block[] = [];
  for (const lines of splitAtHeadings(body)) {
    const [first = ''] = lines;
    const text = onOneLine(lines.join('\n'));
    if (first.includes('#')) {
      const [, marks = '', title = ''] = heading.exec(first) ?? [];
      if (onOneLine(title) === '') return undefined;
      const depth = marks.length;
      blocks.push({ kind: 'heading', depth, id: numbering.heading(depth), text: onOneLine(title) });
    } else if (text.includes('|')) {
      const table = readTable(lines, numbering);
      if (table === undefined) return undefined;
      blocks.push(...table);
    } else if (text !== '') blocks.push({ kind: 'paragraph', id: numbering.paragraph(), text });
  }
  return blocks;
}

/** The lines of each heading, alone, and of each stretch without empty lines between them. */
function splitAtHeadings(body: string): string[][] {
  return body.split(/\n{2,}/).flatMap((stretch) => {
    const parts: string[][] = [[]];
    for (const line of stretch.split('\n'))
      if (line.includes('#')) parts.push([line], []);
      else parts.at(-1)?.push(line);
    return parts.filter((lines) => lines.length > 0);
  });
}

/** Reads a table whose rows all begin and end with a bar. Rows are as long as the first. */
function readTable(lines: readonly string[], numbering: AnchorNumbering): Block[] | undefined {
  const [head = '', under = '', ...rows] = lines;
  if (!lines.every((line) => framedRow.test(line)) || !delimiters.test(under)) return undefined;
  const width = cellsOf(head).length;
  if (width !== cellsOf(under).length) return undefined;
  numbering.table();
  return [head, ...rows].flatMap((line, index) => {
    const cells = cellsOf(line);
    const id = numbering.row();
    return Array.from({ length: width }, (_, at): Block => {
      const kind = at > 0 ? 'cell' : index === 0 ? 'table' : 'row';
      return { kind, id, text: onOneLine(cells[at] ?? '') };
    });
  });
}

function cellsOf(row: string): string[] {
  return row.slice(1, -1).split('|');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
