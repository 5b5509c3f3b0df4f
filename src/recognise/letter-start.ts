import { isAddressedBody } from '../reply/agency.ts';
import { isOpening } from '../reply/opening.ts';
import type { Salutation } from '../reply/salutation.ts';
import type { Line } from './lines.ts';
import { isBoilerplate } from './boilerplate.ts';
import { salutationByPlace, salutationOf, type SalutationLine } from './salutation-line.ts';
import { findTitles } from './title-candidates.ts';

/** Where a letter begins in the lines of its page, as indices of lines. */
export interface LetterStart {
  /** First line of the letter's body. */
  line: number;
  salutation?: SalutationLine;
  /** The paragraph that states what is answered. */
  opening?: number;
}

/**
 * Finds the salutation and the opening. A salutation counts when an opening follows, or when it addresses
 * people and running text follows. Right above an opening a line that ends like a salutation is one,
 * whatever its names look like. An opening also counts alone.
 */
export function findLetterStart(lines: readonly Line[]): LetterStart | undefined {
  const salutations = lines.flatMap((line, index) => {
    const found = isBoilerplate(line.tight.text) ? undefined : salutationOf(lines, index);
    if (!found) return [];
    const { read, folded } = found;
    return read.length === folded.text.length || isOpening(folded.text.slice(read.length)) ? [found] : [];
  });
  const sure = salutations.find((one) => openingAfter(lines, one) !== undefined);
  const closing = lines.findIndex(({ tight: { text } }) => closesWithReference(text));
  const likely = salutations.find(
    ({ last, read }) =>
      (read.to !== 'body' || closing > last) && (lines[last + 1]?.tight.text.length ?? 0) >= 15,
  );
  const salutation = sure ?? placedSalutation(lines) ?? likely;
  if (salutation) {
    const stated = closing > salutation.last ? closing : salutation.last + 1;
    const opening = openingAfter(lines, salutation) ?? stated;
    return { line: salutation.first, salutation, opening };
  }
  const alone = lines.findIndex(({ tight: { text } }, index) => opensAlone(text) || citesAbove(lines, index));
  return alone === -1 ? undefined : { line: alone, opening: alone };
}

/** `以上是我局对市政协九届三次会议第12号提案的解答`: what other letters say at their beginning. */
function closesWithReference(text: string): boolean {
  return /^以上(?:是|为)我.{1,60}(?:提案|建议|议案).{0,8}(?:答复|解答|回复)。?$/u.test(text);
}

/** Whether a line opens a letter without a salutation above it. */
function opensAlone(text: string): boolean {
  return (
    isOpening(text) &&
    !isBoilerplate(text) &&
    /^(?:您|你|贵|我[局委厅办院部镇乡]收到|关于|根据|收到|现将|现就|在.{2,30}(?:会议|期间)|\p{Script=Han}{0,40}(?:提出|提案|建议|议案))/u.test(
      text,
    )
  );
}

/** `陈望舒、何知远等代表提出的17号建议:…` above `现答复如下:…`: the members in the third person. */
function citesAbove(lines: readonly Line[], index: number): boolean {
  const third = /^[\p{Script=Han}、,·]{2,100}?(?:代表|委员)(?:等.{0,6})?所?提出的/u;
  const below = lines[index + 1]?.tight.text ?? '';
  return (
    third.test(lines[index]?.tight.text ?? '') && below.startsWith('现') && isOpening(below.slice(0, 20))
  );
}

/** A salutation by its position: at most three lines above an opening, or at its beginning. */
function placedSalutation(lines: readonly Line[]): SalutationLine | undefined {
  const openings = lines.flatMap(({ tight: { text } }, index) =>
    isOpening(text) && !isBoilerplate(text) ? [index] : [],
  );
  for (const opening of openings) {
    const body = addressedAbove(lines, opening);
    if (body) return body;
    for (const index of [opening, opening - 1, opening - 2, opening - 3]) {
      const line = lines[index];
      if (!line || isBoilerplate(line.tight.text)) continue;
      const found = salutationByPlace(lines, index);
      if (found && (index < opening || found.read.length < found.folded.text.length)) return found;
    }
  }
  return undefined;
}

/** A body, even without a colon, right above an opening that mentions the member in the third person. */
function addressedAbove(lines: readonly Line[], opening: number): SalutationLine | undefined {
  const folded = lines[opening - 1]?.tight;
  const third = /^\p{Script=Han}{2,12}(?:等.{0,6})?(?:代表|委员)(?:等.{0,6})?(?:所?提|在)/u;
  if (!folded || !third.test(lines[opening]?.tight.text ?? '') || !isAddressedBody(folded.text))
    return undefined;
  const { length } = folded.text;
  const read: Salutation = { recipients: [{ index: 0, length, text: folded.text }], to: 'body', length };
  return { first: opening - 1, last: opening - 1, read, folded };
}

/** The opening on the line of a salutation, or at most three lines below. */
function openingAfter(lines: readonly Line[], { last, read, folded }: SalutationLine): number | undefined {
  if (read.length < folded.text.length) return last;
  return [last + 1, last + 2, last + 3].find((index) => isOpening(lines[index]?.tight.text ?? ''));
}

/**
 * The start of a letter without salutation and opening formula: the running text below 答复内容 on a page that
 * shows proposal and answer as a form, else the first running text below the letter's title.
 */
export function letterStartBelowTitle(decoded: string, lines: readonly Line[]): LetterStart | undefined {
  const title = findTitles(decoded, lines, () => true).at(-1);
  const last = title?.lines.at(-1);
  if (last === undefined) return undefined;
  const answer = lines.findLastIndex(
    ({ tight: { text } }, index) => index > last && answerLabel.test(text) && isProse(lines[index + 1]),
  );
  if (answer === -1 && title?.read.fullness === 1) return undefined;
  const start = lines.findIndex((line, index) => index > Math.max(last, answer) && isProse(line));
  return start === -1 ? undefined : { line: start, opening: start };
}

const answerLabel = /^(?:答复|回复|办理)(?:内容|情况|意见):?$/u;

function isProse(line: Line | undefined): boolean {
  const text = line?.tight.text ?? '';
  return !isBoilerplate(text) && text.length >= 20 && /[。,]/u.test(text);
}
