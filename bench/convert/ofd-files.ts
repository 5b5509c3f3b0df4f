import { lineObject, textObject, writeOfd } from '../../src/readers/ofd/ofd-writer.fixture.ts';
import type { Block } from './block.ts';
import { paperHeader } from './header.ts';
import { breakLines, widthOf } from './line-breaks.ts';
import type { Truth } from './truth.ts';

/** Page layout according to GB/T 9704, in millimetres: 28 characters of 5.6 mm in a line of 156 mm. */
const sheet = { left: 28, top: 37, bottom: 260, size: 5.6, columns: 28, lead: 10, cell: 50 };

/** Draws a line or table row, which is not split across pages, at a vertical position. */
type Row = (y: number) => string;

/** Writes a letter as OFD: text line by line, ASCII half-width, tables as strokes. */
export function ofdFile(truth: Truth): Uint8Array {
  const last = truth.blocks.length - 2;
  const rows = [
    ...paperHeader(truth).map(({ label, value }) =>
      label === '' ? centred(value) : textRow(sheet.left, `${label}：${value}`),
    ),
    ...breakLines(truth.frontmatter.title, 22).map((line) => centred(line, 7.7)),
    ...truth.blocks.flatMap((block, at) => blockRows(block, at === 0, at >= last)),
  ];
  const perPage = Math.floor((sheet.bottom - sheet.top) / sheet.lead);
  const pages: string[] = [];
  for (let at = 0; at < rows.length; at += perPage)
    pages.push(
      rows
        .slice(at, at + perPage)
        .map((row, index) => row(sheet.top + index * sheet.lead))
        .join('') + centred(`— ${pages.length + 1} —`, 4.9)(275),
    );
  return writeOfd({ pages });
}

function blockRows(block: Block, salutation: boolean, signature: boolean): Row[] {
  if (block.kind === 'table') return block.rows.map((row) => tableRow(row));
  if (signature) return [textRow(182 - (widthOf(block.text) + 2) * sheet.size, block.text)];
  const lines = breakLines(salutation ? block.text : `　　${block.text}`, sheet.columns);
  return lines.map((text, at) => {
    const blank = /^　*/u.exec(text)?.[0].length ?? 0;
    const line = text.slice(blank);
    // All lines but the last are justified.
    const full = (sheet.columns - blank) / widthOf(line);
    return textRow(sheet.left + blank * sheet.size, line, sheet.size, at < lines.length - 1 ? full : 1);
  });
}

function textRow(x: number, text: string, size = sheet.size, stretch = 1): Row {
  const deltas = Array.from(text)
    .slice(0, -1)
    .map((character) => (widthOf(character) * size * stretch).toFixed(2));
  const code = deltas.length > 0 ? ` DeltaX="${deltas.join(' ')}"` : '';
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return (y) => textObject({ x, y, size, text: escaped, code });
}

function centred(text: string, size = sheet.size): Row {
  return textRow(105 - (widthOf(text) * size) / 2, text, size);
}

/** A row of cells with its borders. */
function tableRow(cells: readonly string[]): Row {
  const right = sheet.left + cells.length * sheet.cell;
  return (y) => {
    const [top, bottom] = [y - 2, y - 2 + sheet.lead];
    const upright = [...cells, ''].map((_, at) => sheet.left + at * sheet.cell);
    return [
      ...cells.map((text, at) => textRow(sheet.left + at * sheet.cell + 2, text)(y)),
      lineObject(sheet.left, top, right, top),
      lineObject(sheet.left, bottom, right, bottom),
      ...upright.map((x) => lineObject(x, top, x, bottom)),
    ].join('');
  };
}
