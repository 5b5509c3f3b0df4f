import { toTextLine, type TextLine } from './text-line.ts';
import type { Glyph } from './drawn-page.ts';
import type { PageTable } from './page-table.ts';

/** The fewest rows and columns of a table without ruling lines. */
const fewest = 3;

/**
 * Takes out the tables that only alignment makes: successive lines that split into equally many (three or
 * more) segments, one below the other. Returns them with the remaining lines.
 */
export function takeAlignedTables(lines: readonly TextLine[]): { tables: PageTable[]; lines: TextLine[] } {
  const tables: PageTable[] = [];
  const rest: TextLine[] = [];
  let run: TextLine[][] = [];
  const close = () => {
    if (run.length >= fewest) tables.push(toTable(run));
    else rest.push(...run.map(rejoin));
    run = [];
  };
  for (const line of lines) {
    const segments = splitAtGaps(line);
    const fits = segments.length >= fewest && (run[0] === undefined || isBelow(run, segments));
    if (!fits) close();
    if (segments.length >= fewest) run.push(segments);
    else rest.push(line);
  }
  close();
  return { tables, lines: rest.sort((a, b) => a.y - b.y || a.x - b.x) };
}

function rejoin(segments: readonly TextLine[]): TextLine {
  return toTextLine(
    segments.flatMap((segment) => segment.glyphs),
    segments[0]?.page ?? 0,
  );
}

/** Splits a line at gaps wider than two ems. */
function splitAtGaps(line: TextLine): TextLine[] {
  const segments: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const previous = segments.at(-1)?.at(-1);
    if (!previous || glyph.x - previous.x - previous.width > 2 * line.size) segments.push([glyph]);
    else segments.at(-1)?.push(glyph);
  }
  return segments.map((glyphs) => toTextLine(glyphs, line.page));
}

/** Whether each segment overlaps those above it in its column, and none in another column. */
function isBelow(run: readonly TextLine[][], segments: readonly TextLine[]): boolean {
  const above = run.at(-1) ?? [];
  const [first, last] = [segments[0], above[0]];
  if (segments.length !== above.length || !first || !last || first.y - last.y > 3 * last.size) return false;
  return segments.every((segment, column) =>
    run.every((row) =>
      row.every(
        (other, index) => (index === column) === (segment.x < other.right && other.x < segment.right),
      ),
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
    rows: rows.map((row) =>
      row.map(({ text, glyphs }) => ({ text, glyphs, colspan: 1, rowspan: 1, header: false })),
    ),
    breaks: [],
  };
}
