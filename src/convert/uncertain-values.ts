import type { Evidence } from './evidence.ts';
import { fieldNames } from './field-names.ts';
import { tell, type Ledger } from '../recognise/ledger.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** A value is looked for in so many characters from the beginning of its line. */
const longest = 2000;

/**
 * Marks the values of a scan in which characters were not recognised with certainty, and tells the editor
 * which field and where: a misread name or number must not stand in the frontmatter unseen.
 *
 * @returns The evidence, with `sure` false for such values.
 */
export function markUncertainValues(ledger: Ledger, evidence: readonly Evidence[]): Evidence[] {
  const starts = lineStarts(ledger.decoded);
  const doubts = ledger.messages
    .filter(({ rule }) => rule === 'ocr-unsure')
    .map(({ line, column }) => (starts[line - 1] ?? 0) + column - 1);
  return evidence.map((one) => {
    const place = placeOf(ledger.decoded, one, starts);
    const doubt = doubts.find((at) => at >= place.at && at < place.end);
    if (doubt === undefined) return one;
    const { line, column } = ledger.positionOf(doubt);
    const text = `${fieldNames[one.field] ?? one.field}“${one.value}”取自第 ${line} 行，其中第 ${column} 字起识别的把握不大，请核对原件。`;
    tell(ledger, 'warning', 'ocr-field', doubt, text);
    return { ...one, sure: false };
  });
}

/** Where a value stands: its characters, over line ends, else the line where it was found. */
function placeOf(decoded: string, { value, line }: Evidence, starts: readonly number[]): TextRange {
  const at = starts[line - 1] ?? 0;
  const characters = Array.from(value, (character) => character.normalize('NFKC'));
  let from = at;
  let matched = 0;
  for (let next = at; next < decoded.length && next < at + longest; next += 1) {
    const character = (decoded[next] ?? '').normalize('NFKC');
    if (character.trim() === '') continue;
    if (character === characters[matched]) matched += 1;
    else matched = character === characters[0] ? 1 : 0;
    if (matched === 1) from = next;
    if (matched === characters.length) return { at: from, end: next + 1 };
  }
  return { at, end: starts[line] ?? decoded.length };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}
