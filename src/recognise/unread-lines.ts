import { readDate } from '../reply/calendar-date.ts';
import { firstIndex } from '../reply/first-index.ts';
import { isIndexNumber } from '../reply/index-number.ts';
import { foldText, type TextRange } from '../normalise/folded-text.ts';
import { unionOf } from '../normalise/text-range.ts';
import { endsLetter, isBoilerplate, isPageNumber } from './boilerplate.ts';
import type { Line } from './lines.ts';
import { combineAccounts, report, type Account } from './recognised.ts';
import { excerpt, settingAdvice } from './setting-advice.ts';

/** Where the letter is in the lines of its page, as indices. */
export interface LetterPlace {
  /** The line below the title; the letter's first line where there is no title. */
  from: number;
  /** The letter's first line, and the line after its last. */
  start: number;
  end: number;
  titled: boolean;
}

/** The number of lines below a letter that are likely to belong to it. */
const near = 3;

/**
 * Reports text that nothing has read and that is no known boilerplate: above the letter, and below it up to
 * the end of the page proper. It is not published, so an editor must see it, for it may belong to the letter
 * or be the value of a field. Next to the letter each line gets a warning; further away, adjacent
 * lines are reported together.
 *
 * @param accounted Ranges that are published, taken as values or dropped.
 */
export function reportUnreadLines(
  decoded: string,
  lines: readonly Line[],
  { from, start, end, titled }: LetterPlace,
  accounted: readonly TextRange[],
): Account {
  const read = unionOf(accounted);
  const unread = (line: Line) => restsOf(line, read).filter((rest) => isMeaningful(decoded, rest));
  const below = lines.slice(end);
  const foot = below.findIndex(({ tight }) => endsLetter(tight.text));
  const ownBelow = foot === -1 ? below : below.slice(0, foot);
  const adjacent = [...lines.slice(from, start), ...ownBelow.slice(0, near)].flatMap(unread);
  const distant = [...runsOf(lines.slice(0, from).map(unread)), ...runsOf(ownBelow.slice(near).map(unread))];
  return combineAccounts([
    ...adjacent.map((rest) => report('unread-line', rest.at, `紧邻正文的${notRead(decoded, [rest])}`)),
    ...distant.flatMap((rests) => reportDistant(decoded, rests, titled)),
  ]);
}

function reportDistant(decoded: string, rests: readonly TextRange[], titled: boolean): Account[] {
  const [first] = rests;
  const characters = rests.reduce((sum, rest) => sum + foldText(decoded, rest).text.length, 0);
  if (!first || characters <= 4) return [];
  return [report('unread-line', first.at, notRead(decoded, rests), titled ? 'info' : 'warning')];
}

/** The parts of a line outside of the ranges, which are sorted and disjoint. */
function restsOf({ at, end }: TextRange, read: readonly TextRange[]): TextRange[] {
  const rests: TextRange[] = [];
  let from = at;
  let next = firstIndex(read.length, (index) => (read[index]?.end ?? 0) > at);
  for (let range = read[next]; range && range.at < end; range = read[(next += 1)]) {
    if (range.at > from) rests.push({ at: from, end: range.at });
    from = Math.max(from, range.end);
  }
  return from < end ? [...rests, { at: from, end }] : rests;
}

function isMeaningful(decoded: string, rest: TextRange): boolean {
  const { text } = foldText(decoded, rest);
  return !isBoilerplate(text) && !isPageNumber(text) && /\p{Script=Han}{2}|\d{4}/u.test(text);
}

/** The unread ranges of adjacent lines, as groups. */
function runsOf(lines: readonly (readonly TextRange[])[]): TextRange[][] {
  const runs: TextRange[][] = [[]];
  for (const rests of lines) {
    if (rests.length === 0) runs.push([]);
    else runs.at(-1)?.push(...rests);
  }
  return runs.filter((run) => run.length > 0);
}

function notRead(decoded: string, rests: readonly TextRange[]): string {
  const texts = rests.map((rest) => foldText(decoded, rest, 'single').text.trim());
  const field = texts.map(fieldLike).find((one) => one !== undefined);
  const count = texts.length > 1 ? `等 ${texts.length} 处` : '';
  return `“${excerpt(texts.join(' '))}”${count}没有读懂，未收入。如属正文，请补入；如是某项的值，请${settingAdvice(field)}。`;
}

/** The field whose value a text resembles. */
function fieldLike(text: string): string | undefined {
  if (/(?:19|20)\d{2}.{0,3}\d{1,6}号/u.test(text)) return 'documentNumber';
  if (isIndexNumber(text)) return 'indexNumber';
  if (readDate(text)) return 'issuedOn';
  return /答复|复函|回复/u.test(text) ? 'title' : undefined;
}
