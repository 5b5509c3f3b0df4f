import type { Block } from './block.ts';

/**
 * Writes a framed table as the page's HTML has it.
 *
 * @param markdown The table, whose rows begin and end with a bar; nothing in it is marked up.
 * @param blocks Its blocks, by row and cell.
 * @returns undefined when a cell has white space that pages show and blocks don't have.
 */
export function writeSimpleTable(markdown: string, blocks: readonly Block[]): string | undefined {
  const [head = '', under = '', ...rest] = markdown.split('\n');
  const aligns = cellsOf(under).map(alignOf);
  const rows: string[] = [];
  let next = 0;
  for (const [index, line] of [head, ...rest].entries()) {
    const cells = cellsOf(line);
    const tag = index === 0 ? 'th' : 'td';
    const id = blocks[next]?.id ?? '';
    const written: string[] = [];
    for (const [at, align] of aligns.entries()) {
      const block = blocks[next];
      next += 1;
      const cell = cells[at] ?? '';
      if (block?.text !== cell.trim() || /[^\S ]/.test(cell)) return undefined;
      written.push(`<${tag}${align}>${block.text}</${tag}>`);
    }
    rows.push(`<tr id="${id}">\n${written.join('\n')}\n</tr>`);
  }
  const [first = '', ...others] = rows;
  const body = others.length === 0 ? '' : `<tbody>\n${others.join('\n')}\n</tbody>\n`;
  return `<div class="wide-table" role="group" aria-label="表格" tabindex="0"><table>\n<thead>\n${first}\n</thead>\n${body}</table></div>`;
}

function cellsOf(row: string): string[] {
  return row.slice(1, -1).split('|');
}

function alignOf(delimiter: string): string {
  const marks = delimiter.trim();
  const [left, right] = [marks.startsWith(':'), marks.endsWith(':')];
  if (left && right) return ' align="center"';
  if (left) return ' align="left"';
  return right ? ' align="right"' : '';
}
