import { isAddressedBody } from '../reply/agency.ts';
import { isOpening } from '../reply/opening.ts';
import type { Salutation } from '../reply/salutation.ts';
import type { Line } from './lines.ts';
import { isBoilerplate } from './boilerplate.ts';
import { salutationByPlace, salutationOf, type SalutationLine } from './salutation-line.ts';
import { findTitles } from './title.ts';

/** Where a letter stands in the lines of its page. Indices into the lines. */
export interface Outline {
  /** First line of the letter's body. */
  start: number;
  salutation?: SalutationLine;
  /** The paragraph that says what is answered. */
  opening?: number;
}

/**
 * Finds the salutation and the opening. A salutation counts when an opening follows it, or when it
 * addresses people and running text follows; right above an opening, what ends like one is one, whatever
 * the names look like. An opening counts alone.
 */
export function findOutline(lines: readonly Line[]): Outline | undefined {
  const salutations = lines.flatMap((line, index) => {
    const found = isBoilerplate(line.tight.text) ? undefined : salutationOf(lines, index);
    if (!found) return [];
    const { read, view } = found;
    return read.length === view.text.length || isOpening(view.text.slice(read.length)) ? [found] : [];
  });
  const sure = salutations.find((one) => openingAfter(lines, one) !== undefined);
  const likely = salutations.find(
    ({ line, read }) => read.to !== 'body' && (lines[line + 1]?.tight.text.length ?? 0) >= 15,
  );
  const salutation = sure ?? placedSalutation(lines) ?? likely;
  if (salutation) {
    const opening = openingAfter(lines, salutation) ?? salutation.line + 1;
    return { start: salutation.from, salutation, opening };
  }
  const alone = lines.findIndex(
    ({ tight: { text } }) =>
      isOpening(text) &&
      !isBoilerplate(text) &&
      /^(?:您|你|贵|我[局委厅办院部镇乡]收到|关于|根据|收到|现将|现就|在.{2,30}(?:会议|期间)|\p{Script=Han}{0,40}(?:提出|提案|建议|议案))/u.test(
        text,
      ),
  );
  return alone === -1 ? undefined : { start: alone, opening: alone };
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
      if (found && (index < opening || found.read.length < found.view.text.length)) return found;
    }
  }
  return undefined;
}

/** A body right above an opening that speaks of the member as of somebody else, though no colon stands there. */
function addressedAbove(lines: readonly Line[], opening: number): SalutationLine | undefined {
  const view = lines[opening - 1]?.tight;
  const third = /^\p{Script=Han}{2,12}(?:等.{0,6})?(?:代表|委员)(?:等.{0,6})?(?:所?提|在)/u;
  if (!view || !third.test(lines[opening]?.tight.text ?? '') || !isAddressedBody(view.text)) return undefined;
  const { length } = view.text;
  const read: Salutation = { recipients: [{ index: 0, length, text: view.text }], to: 'body', length };
  return { from: opening - 1, line: opening - 1, read, view };
}

/** The opening at most three lines below a salutation, or on its line. */
function openingAfter(lines: readonly Line[], { line, read, view }: SalutationLine): number | undefined {
  if (read.length < view.text.length) return line;
  return [line + 1, line + 2, line + 3].find((index) => isOpening(lines[index]?.tight.text ?? ''));
}

/** A letter with a title but neither salutation nor formula: what stands below the title. */
export function outlineBelowTitle(decoded: string, lines: readonly Line[]): Outline | undefined {
  const title = findTitles(decoded, lines, () => true).at(-1);
  const last = title?.lines.at(-1);
  if (last === undefined || title?.read.fullness === 1) return undefined;
  const start = lines.findIndex(
    ({ tight: { text } }, index) =>
      index > last && !isBoilerplate(text) && text.length >= 20 && /[。,]/u.test(text),
  );
  return start === -1 ? undefined : { start, opening: start };
}
