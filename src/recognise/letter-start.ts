import { isAddressedBody } from '../reply/agency.ts';
import { isOpening } from '../reply/opening.ts';
import type { Salutation } from '../reply/salutation.ts';
import type { Line } from './lines.ts';
import { isBoilerplate } from './boilerplate.ts';
import { salutationByPlace, salutationOf, type SalutationLine } from './salutation-line.ts';
import { findTitles } from './title-candidates.ts';

/** Where a letter stands in the lines of its page. Indices into the lines. */
export interface LetterStart {
  /** First line of the letter's body. */
  line: number;
  salutation?: SalutationLine;
  /** The paragraph that says what is answered. */
  opening?: number;
}

/**
 * Finds the salutation and the opening. A salutation counts when an opening follows it, or when it
 * addresses people and running text follows; right above an opening, what ends like one is one, whatever
 * the names look like. An opening counts alone.
 */
export function findLetterStart(lines: readonly Line[]): LetterStart | undefined {
  const salutations = lines.flatMap((line, index) => {
    const found = isBoilerplate(line.tight.text) ? undefined : salutationOf(lines, index);
    if (!found) return [];
    const { read, folded } = found;
    return read.length === folded.text.length || isOpening(folded.text.slice(read.length)) ? [found] : [];
  });
  const sure = salutations.find((one) => openingAfter(lines, one) !== undefined);
  const likely = salutations.find(
    ({ last, read }) => read.to !== 'body' && (lines[last + 1]?.tight.text.length ?? 0) >= 15,
  );
  const salutation = sure ?? placedSalutation(lines) ?? likely;
  if (salutation) {
    const opening = openingAfter(lines, salutation) ?? salutation.last + 1;
    return { line: salutation.first, salutation, opening };
  }
  const alone = lines.findIndex(
    ({ tight: { text } }) =>
      isOpening(text) &&
      !isBoilerplate(text) &&
      /^(?:您|你|贵|我[局委厅办院部镇乡]收到|关于|根据|收到|现将|现就|在.{2,30}(?:会议|期间)|\p{Script=Han}{0,40}(?:提出|提案|建议|议案))/u.test(
        text,
      ),
  );
  return alone === -1 ? undefined : { line: alone, opening: alone };
}

/** A salutation known by its place: at most three lines above the first opening, or at that one's start. */
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

/** A body right above an opening that speaks of the member as of somebody else, though no colon stands there. */
function addressedAbove(lines: readonly Line[], opening: number): SalutationLine | undefined {
  const folded = lines[opening - 1]?.tight;
  const third = /^\p{Script=Han}{2,12}(?:等.{0,6})?(?:代表|委员)(?:等.{0,6})?(?:所?提|在)/u;
  if (!folded || !third.test(lines[opening]?.tight.text ?? '') || !isAddressedBody(folded.text))
    return undefined;
  const { length } = folded.text;
  const read: Salutation = { recipients: [{ index: 0, length, text: folded.text }], to: 'body', length };
  return { first: opening - 1, last: opening - 1, read, folded };
}

/** The opening at most three lines below a salutation, or on its line. */
function openingAfter(lines: readonly Line[], { last, read, folded }: SalutationLine): number | undefined {
  if (read.length < folded.text.length) return last;
  return [last + 1, last + 2, last + 3].find((index) => isOpening(lines[index]?.tight.text ?? ''));
}

/** A letter with a title but neither salutation nor formula: what stands below the title. */
export function letterStartBelowTitle(decoded: string, lines: readonly Line[]): LetterStart | undefined {
  const title = findTitles(decoded, lines, () => true).at(-1);
  const last = title?.lines.at(-1);
  if (last === undefined || title?.read.fullness === 1) return undefined;
  const start = lines.findIndex(
    ({ tight: { text } }, index) =>
      index > last && !isBoilerplate(text) && text.length >= 20 && /[。,]/u.test(text),
  );
  return start === -1 ? undefined : { line: start, opening: start };
}
