import { readDate } from '../reply/calendar-date.ts';
import { isIndexNumber } from '../reply/index-number.ts';
import { firstIndex } from '../reply/first-index.ts';
import { unionOf } from '../normalise/text-range.ts';
import type { Line } from './lines.ts';
import type { Position } from '../reply/position.ts';
import { isSettable } from './settable-fields.ts';
import { foldText, type TextRange } from '../normalise/folded-text.ts';
import { endsLetter, isPageNumber, isBoilerplate } from './boilerplate.ts';
import type { HeaderField } from './header-field.ts';
import type { HeaderFieldName } from './labels.ts';
import { tell, type Ledger } from './ledger.ts';
import { fitsField } from './field-grammar.ts';

/** Where the letter stands in the lines of its page. */
export interface LetterExtent {
  /** Below the title; the letter's first line where there is none. */
  from: number;
  /** The letter's first line, and the line behind its last. */
  start: number;
  end: number;
  titled: boolean;
}

/** Lines below a letter that may still belong to it, or that close the page it stands on. */
const near = 3;

/**
 * Tells of what nothing has read and what is no known furniture of a page: above the letter, and below it
 * up to the page's own foot. It is not published, and an editor must see that, for it may be the letter's
 * own or a field's value. Next to the letter that is a warning line by line; further away, lines that
 * follow each other are told together.
 *
 * @param kept What is published of the letter.
 */
export function reportUnreadLines(
  ledger: Ledger,
  lines: readonly Line[],
  { from, start, end, titled }: LetterExtent,
  kept: readonly TextRange[],
): void {
  const read = unionOf([...[...ledger.values, ...ledger.dropped].map(({ range }) => range), ...kept]);
  const unread = (line: Line) => restsOf(line, read).filter((rest) => saysSomething(ledger.decoded, rest));
  const tail = lines.slice(end);
  const foot = tail.findIndex(({ tight }) => endsLetter(tight.text));
  const below = foot === -1 ? tail : tail.slice(0, foot);
  for (const rest of [...lines.slice(from, start), ...below.slice(0, near)].flatMap(unread))
    tell(ledger, 'warning', 'unread-line', rest.at, `紧邻正文的${notRead(ledger.decoded, [rest])}`);
  for (const rests of [
    ...runsOf(lines.slice(0, from).map(unread)),
    ...runsOf(below.slice(near).map(unread)),
  ]) {
    const [first] = rests;
    const words = rests.reduce(
      (sum, { at, end: to }) => sum + foldText(ledger.decoded, { at, end: to }).text.length,
      0,
    );
    if (first && words > 4)
      tell(ledger, titled ? 'info' : 'warning', 'unread-line', first.at, notRead(ledger.decoded, rests));
  }
}

/** Tells of values that do not fit the label before them, where nothing was told yet: they are left out. */
export function reportUnfitValues(ledger: Ledger, cells: readonly HeaderField[]): void {
  const fields: readonly HeaderFieldName[] = [
    'indexNumber',
    'issuedOn',
    'dispatchedOn',
    'publishedOn',
    'issuer',
    'outcome',
    'proposalNumber',
  ];
  const places = new Set(ledger.messages.map(placeOf));
  for (const { name, label, value } of cells) {
    if (!value || !fields.includes(name)) continue;
    const place = placeOf(ledger.positionOf(value.at));
    if (places.has(place)) continue;
    const { text } = foldText(ledger.decoded, value, 'single');
    const fits = [text, foldText(ledger.decoded, value).text].some((one) => fitsField(name, one));
    // 办理类型 is the class with some and the part that the agency takes with others.
    const part = name === 'outcome' && /^(?:主办|单办|独办|分办|会办|协办|牵头)$/u.test(text);
    if (fits || part || /^(?:无|暂无|—|-|\/)*$/u.test(text)) continue;
    const written = foldText(ledger.decoded, label).text.replace(/[:[\]【】]/gu, '');
    const message = `“${written}”后的“${shortened(text)}”不合该项格式，未采用。请核对原件后${advice(name)}。`;
    tell(ledger, 'warning', 'unfit-value', value.at, message);
    places.add(place);
  }
}

function placeOf({ line, column }: Position): string {
  return `${line}:${column}`;
}

/** The parts of a line that no range covers; the ranges are in order and apart. */
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

function saysSomething(decoded: string, rest: TextRange): boolean {
  const { text } = foldText(decoded, rest);
  return !isBoilerplate(text) && !isPageNumber(text) && /\p{Script=Han}{2}|\d{4}/u.test(text);
}

/** Lines that follow each other, by what is unread of them. */
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
  return `“${shortened(texts.join(' '))}”${count}没有读懂，未收入。如属正文，请补入；如是某项的值，请${advice(field)}。`;
}

/** The field that a text looks like. */
function fieldLike(text: string): string | undefined {
  if (/(?:19|20)\d{2}.{0,3}\d{1,6}号/u.test(text)) return 'documentNumber';
  if (isIndexNumber(text)) return 'indexNumber';
  if (readDate(text)) return 'issuedOn';
  return /答复|复函|回复/u.test(text) ? 'title' : undefined;
}

/** How a value is put in by hand. */
function advice(field: string | undefined): string {
  return field !== undefined && isSettable(field)
    ? `用 --set ${field}=值 填写`
    : '用 --set 字段=值 填写（见 dafu convert --help）';
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 38)}……`;
}
