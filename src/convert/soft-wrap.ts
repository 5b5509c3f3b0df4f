/** A line of a file, as far as wrapping goes. Columns: a Han character takes two. */
export interface RawLine {
  at: number;
  end: number;
  number: number;
  /** Columns of white space before it. */
  indent: number;
  text: string;
}

/** Columns that a line break may fall short of the margin: one character, and a mark that may not lead a line. */
const slack = 4;

/**
 * The width, in columns, at which a text was wrapped hard (copied from a PDF, typed on a terminal): many
 * lines end at one margin and none goes beyond, most of them not at the end of a sentence. Undefined for
 * a text with one line a paragraph.
 */
export function wrapWidth(lines: readonly RawLine[]): number | undefined {
  const widest = lines.reduce((width, line) => Math.max(width, columns(line)), 0);
  const full = lines.filter((line) => columns(line) >= widest - slack);
  const open = full.filter(({ text }) => !/[。！？：；.!?:;]$/u.test(text));
  // A short letter has few full lines; then none of them may end a sentence.
  const wrapped = full.length >= 4 ? open.length * 2 >= full.length : full.length === 3 && open.length === 3;
  return widest >= 40 && widest <= 124 && wrapped ? widest : undefined;
}

/**
 * Whether the line `next` continues the paragraph of `line`: that one is full, and this is neither set in
 * nor the start of something of its own.
 */
export function joinsNext(line: RawLine, next: RawLine, width: number | undefined): boolean {
  return (
    width !== undefined &&
    columns(line) >= width - slack &&
    next.number === line.number + 1 &&
    next.indent < 2 &&
    !/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|附件|抄送|[|•])/u.test(
      next.text,
    )
  );
}

function columns({ indent, text }: RawLine): number {
  return indent + text.replace(/[^\0-\xff]/gu, '  ').length;
}
