import { isAgency } from '../reply/agency.ts';
import { readDate } from '../reply/calendar-date.ts';
import { labelPattern } from './labels.ts';

/** A line of a file as wrapping sees it. Widths are in columns, of which a Han character takes two. */
export interface RawLine {
  at: number;
  end: number;
  number: number;
  /** Width of the white space before it. */
  indent: number;
  text: string;
}

/** A full line may fall short of the margin by one character and a mark that must not begin a line. */
const slack = 4;

/** How a text was hard-wrapped: copied from a PDF, typed on a terminal or read from a scan. */
export interface Wrapping {
  /** The width of its widest line. */
  width: number;
  /** Whether its lines end at one margin; otherwise they break anywhere (a ragged copy). */
  steady: boolean;
}

/** The least width of a line that shows whether a text is ragged. */
const running = 36;

/**
 * How a text was wrapped: either many lines end at one margin and none exceeds it, or the lines end anywhere,
 * most of them not at the end of a sentence.
 *
 * @returns undefined for a text with one line per paragraph.
 */
export function wrappingOf(all: readonly RawLine[]): Wrapping | undefined {
  // A line of the header is as long as its value.
  const lines = all.filter(({ text }) => !labelled.test(text));
  const width = lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
  if (width < 40 || width > 124) return undefined;
  const full = lines.filter((line) => widthOf(line) >= width - slack);
  const open = full.filter(isOpen);
  // A short letter has few full lines; none of them may then end a sentence.
  if (full.length >= 4 ? open.length * 2 >= full.length : full.length === 3 && open.length === 3)
    return { width, steady: true };
  const long = lines.filter((line) => widthOf(line) >= running);
  const broken = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && widthOf(line) >= running && runsOn(line, next);
  });
  return broken.length >= 4 && broken.length * 2 >= long.length ? { width, steady: false } : undefined;
}

/**
 * Whether `next` continues the paragraph of `line`: `line` is full, or its sentence runs on in a ragged text,
 * and `next` is neither indented nor the beginning of a block of its own.
 */
export function joinsNext(line: RawLine, next: RawLine, wrapping: Wrapping | undefined): boolean {
  if (!wrapping || !follows(line, next)) return false;
  const { width, steady } = wrapping;
  if (widthOf(line) >= width - slack) return true;
  if (widthOf(line) >= width * (steady ? 0.75 : 0.6) && runsOn(line, next)) return true;
  // A number or a Latin word moves to the next line as a whole.
  const word = /^[“《（(〔]*[A-Za-z\d.%-]+[，。；：、）》”〕？！,;:)?!]*/u.exec(next.text)?.[0] ?? '';
  return steady && isOpen(line) && widthOf(line) + widthOf({ indent: 0, text: word }) > width;
}

/** Whether a line of running text ends within a sentence that `next` can continue. */
function runsOn(line: RawLine, next: RawLine): boolean {
  return (
    isOpen(line) &&
    follows(line, next) &&
    /[，。；、,;]/u.test(line.text) &&
    (!numbered.test(line.text) || /[。；;]/u.test(line.text)) &&
    !isAgency(next.text) &&
    readDate(next.text)?.length !== next.text.length
  );
}

function follows(line: RawLine, next: RawLine): boolean {
  const own = ownBlock.test(next.text) || labelled.test(next.text) || addresses(line, next);
  return next.number === line.number + 1 && next.indent < 2 && !own;
}

/** Whether `next` is a salutation, not the rest of one whose names begin in `line`. */
function addresses(line: RawLine, next: RawLine): boolean {
  const names = line.text.includes('、') && !labelled.test(line.text);
  return (
    !names && /^[^，。；：,;:]{2,80}(?:代表|委员|委員|同志)(?:们|等)?(?:[您你]们?好)?[：:]$/u.test(next.text)
  );
}

const labelled = new RegExp(`^(?:${labelPattern})\\s?[：:]`, 'u');

const numbered = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）])/u;
const ownBlock =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|附件|抄送|[|•])/u;

/** Whether a line ends within a sentence. */
function isOpen({ text }: RawLine): boolean {
  return !/[。！？：；.!?:;]["”）)]?$/u.test(text);
}

function widthOf({ indent, text }: Pick<RawLine, 'indent' | 'text'>): number {
  return indent + text.replace(/[^\0-\xff]/gu, '  ').length;
}
