import type { Glyph } from './drawn-page.ts';

/** Glyphs in one cell of the grid that are compared; a page that draws more in one place is no letter. */
const mostInCell = 40;
/** The side of a cell of the grid, in points. */
const cellSide = 16;
/** From so much of the smaller glyph's area on, two glyphs cover each other. */
const covers = 0.3;
/** A text that is drawn so often on one page, across other text, is a watermark. */
const often = 3;

/** Glyphs that one operator of the page shows. */
interface Run {
  page: number;
  glyphs: Glyph[];
  /** Its text and size: what a repeated watermark has in common. */
  key: string;
  /** The runs that it covers or that cover it. */
  over: Set<Run>;
  faint: boolean;
  /** By what the file says it is no part of the text. */
  apart: boolean;
}

/**
 * Finds text that office systems print over or under a page to mark who copied it: it is faint or in a background
 * layer, or it is repeated over the page, and crosses the lines of the letter. Text that is merely light is none, nor
 * is light text on a page that is light throughout.
 *
 * @param pages The glyphs of each page, in the order in which they are drawn.
 * @returns The watermarks, by page.
 */
export function findOverlaidText(pages: readonly (readonly Glyph[])[]): ReadonlySet<Glyph>[] {
  const runs = pages.flatMap((glyphs, page) => runsOf(glyphs, page));
  for (const page of pages.keys()) markCovered(runs.filter((run) => run.page === page));
  const light = new Set([...pages.keys()].filter((page) => isLight(runs.filter((run) => run.page === page))));
  const byKey = Map.groupBy(runs, ({ key }) => key);
  const copies = (run: Run) => byKey.get(run.key) ?? [];
  // Once for all copies of a text on a page: there may be thousands.
  const known = new Map<string, boolean>();
  const isRepeated = (run: Run) => {
    const place = `${run.page} ${run.key}`;
    const repeated =
      known.get(place) ??
      (copies(run).filter(({ page }) => page === run.page).length >= often ||
        isOnEveryPage(copies(run), pages.length));
    known.set(place, repeated);
    return repeated;
  };
  const isFaintMark = (run: Run) =>
    run.faint && !light.has(run.page) && (run.over.size > 0 || copies(run).length > 1);
  // What is repeated crosses text that is not; words of a table are repeated too, and a mark may cross them.
  const crossesText = (run: Run) => [...run.over].some((other) => !isFaintMark(other) && !isRepeated(other));
  const isApartMark = (run: Run) => run.apart && [...run.over].some(({ apart }) => !apart);
  const isMark = (run: Run) =>
    isFaintMark(run) || isApartMark(run) || (!run.faint && isRepeated(run) && crossesText(run));
  const keys = new Set(runs.filter(isMark).map(({ key }) => key));
  const marks = runs.filter(({ key }) => keys.has(key));
  return pages.map((_, page) => {
    const own = marks.filter((run) => run.page === page).flatMap((run) => run.glyphs);
    return new Set(own);
  });
}

/** Whether most of what a page says is drawn light: then light text is the letter. */
function isLight(runs: readonly Run[]): boolean {
  const texts = new Map(runs.map(({ key, faint }) => [key, faint]));
  return [...texts.values()].filter(Boolean).length * 2 > texts.size;
}

/** Whether a text is in the same place on each of several pages. */
function isOnEveryPage(runs: readonly Run[], pages: number): boolean {
  const [first] = runs;
  const at = first?.glyphs[0];
  if (!at || pages < 2 || new Set(runs.map(({ page }) => page)).size < pages) return false;
  return runs.every(({ glyphs: [glyph] }) => glyph && Math.hypot(glyph.x - at.x, glyph.y - at.y) < 2);
}

function runsOf(glyphs: readonly Glyph[], page: number): Run[] {
  const grouped = Map.groupBy(
    glyphs.filter(({ run, text }) => run !== undefined && text.trim() !== ''),
    ({ run }) => run,
  );
  return joinFaint([...grouped.values()]).flatMap((own): Run[] => {
    const text = own.map((glyph) => glyph.text).join('');
    const size = Math.round((own[0]?.size ?? 0) * 2);
    return text.length < 2
      ? []
      : [
          {
            page,
            glyphs: own,
            key: `${size} ${text}`,
            over: new Set(),
            faint: own.every((glyph) => glyph.faint),
            apart: own.every((glyph) => glyph.apart),
          },
        ];
  });
}

/** Joins faint characters that were drawn one by one: a watermark that no operator shows whole. */
function joinFaint(runs: readonly Glyph[][]): Glyph[][] {
  const joined: Glyph[][] = [];
  let open: Glyph[] | undefined;
  for (const glyphs of runs) {
    const [first] = glyphs;
    const isSingle = glyphs.length === 1 && first?.faint === true;
    if (isSingle && open && Math.abs((open[0]?.size ?? 0) - first.size) < 0.5) open.push(first);
    else {
      const own = [...glyphs];
      joined.push(own);
      open = isSingle ? own : undefined;
    }
  }
  return joined;
}

/** Notes which runs of a page cover others. */
function markCovered(runs: readonly Run[]): void {
  const grid = new Map<number, { glyph: Glyph; run: Run }[]>();
  for (const run of runs)
    for (const glyph of run.glyphs)
      for (const cell of cellsOf(glyph)) {
        const here = grid.get(cell) ?? [];
        grid.set(cell, here);
        if (here.length >= mostInCell) continue;
        for (const other of here) if (other.run !== run && areOver(glyph, other.glyph)) link(run, other.run);
        here.push({ glyph, run });
      }
}

function link(one: Run, other: Run): void {
  one.over.add(other);
  other.over.add(one);
}

/** The squares of the grid that a glyph touches, by numbers. */
function cellsOf({ x, y, size }: Glyph): Iterable<number> {
  const [left, right] = [Math.floor(x / cellSide), Math.floor((x + size) / cellSide)];
  const [top, bottom] = [Math.floor((y - size) / cellSide), Math.floor(y / cellSide)];
  const cells = new Set<number>();
  for (const row of [top, bottom]) for (const column of [left, right]) cells.add(row * 2 ** 16 + column);
  return cells;
}

/** Whether two glyphs cover each other; one drawn again in its place to look bold does not. */
function areOver(one: Glyph, other: Glyph): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y, other.y) - Math.max(one.y - one.size * 0.8, other.y - other.size * 0.8);
  if (width <= 0 || height <= 0) return false;
  const same = one.text === other.text && Math.hypot(one.x - other.x, one.y - other.y) < 0.2 * one.size;
  const area = Math.min(one.width * one.size, other.width * other.size) * 0.8;
  return !same && width * height > covers * area;
}
