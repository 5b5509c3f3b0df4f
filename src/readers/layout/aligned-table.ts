import { toTextLine, type TextLine } from './text-line.ts';
import type { Glyph } from './drawn-page.ts';
import type { PageTable } from './page-table.ts';

/** The fewest rows and columns of a table without ruling lines. */
const least = 3;

/**
 * Takes out the tables that only alignment makes: successive lines that split into equally many (three or
 * more) segments, one below the other. Returns them with the remaining lines.
 */
export function takeAlignedTables(lines: readonly TextLine[]): { tables: PageTable[]; lines: TextLine[] } {
  const tables: PageTable[] = [];
  const left: TextLine[] = [];
  let run: TextLine[][] = [];
  const close = () => {
    if (run.length >= least) tables.push(toTable(run));
    else left.push(...run.map(whole));
    run = [];
  };
  for (const line of lines) {
    const pieces = piecesOf(line);
    const fits = pieces.length >= least && (run[0] === undefined || isBelow(run, pieces));
    if (!fits) close();
    if (pieces.length >= least) run.push(pieces);
    else left.push(line);
  }
  close();
  return { tables, lines: left.sort((a, b) => a.y - b.y || a.x - b.x) };
}

function whole(pieces: readonly TextLine[]): TextLine {
  return toTextLine(
    pieces.flatMap((piece) => piece.glyphs),
    pieces[0]?.page ?? 0,
  );
}

/** Splits a line at gaps wider than two ems. */
function piecesOf(line: TextLine): TextLine[] {
  const pieces: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const previous = pieces.at(-1)?.at(-1);
    if (!previous || glyph.x - previous.x - previous.width > 2 * line.size) pieces.push([glyph]);
    else pieces.at(-1)?.push(glyph);
  }
  return pieces.map((glyphs) => toTextLine(glyphs, line.page));
}

/** Whether each segment overlaps those above it in its column, and none in another column. */
function isBelow(run: readonly TextLine[][], pieces: readonly TextLine[]): boolean {
  const above = run.at(-1) ?? [];
  const [first, last] = [pieces[0], above[0]];
  if (pieces.length !== above.length || !first || !last || first.y - last.y > 3 * last.size) return false;
  return pieces.every((piece, column) =>
    run.every((row) =>
      row.every((other, index) => (index === column) === (piece.x < other.right && other.x < piece.right)),
    ),
  );
}

function toTable(rows: readonly TextLine[][]): PageTable {
  const lines = rows.flat();
  const columns = rows[0]?.map((_, index) => Math.min(...rows.map((row) => row[index]?.x ?? Infinity))) ?? [];
  return {
    page: lines[0]?.page ?? 0,
    top: Math.min(...lines.map((line) => line.y - line.size)),
    bottom: Math.max(...lines.map((line) => line.y)),
    xs: columns,
    rows: rows.map((row) => row.map(({ text }) => ({ text, colspan: 1, rowspan: 1, header: false }))),
  };
}
