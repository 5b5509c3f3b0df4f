import { recognised, report, type Recognised } from '../recognise/recognised.ts';
import { positionsIn } from '../reply/position.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import type { Evidence } from './evidence.ts';
import { fieldNames } from '../reply/field-names.ts';
import { lineStarts } from './messages.ts';

/** A value is searched for within so many characters of the beginning of its line. */
const longest = 2000;

/**
 * Marks the values of a scan in which characters were not recognised with certainty, and reports the field
 * and the place: a misread name or number must not appear in the frontmatter unseen.
 *
 * @param doubts Offsets of the characters in doubt.
 * @returns The evidence, with `sure` false for such values.
 */
export function markUncertainValues(
  decoded: string,
  evidence: readonly Evidence[],
  doubts: readonly number[],
): Recognised<Evidence[]> {
  const starts = lineStarts(decoded);
  const positionOf = positionsIn(decoded);
  const doubted = evidence.map((one) => {
    const range = rangeOf(decoded, one, starts);
    return { one, doubt: doubts.find((at) => at >= range.at && at < range.end) };
  });
  const reports = doubted.flatMap(({ one: { field, value }, doubt }) => {
    if (doubt === undefined) return [];
    const { line, column } = positionOf(doubt);
    const text = `${fieldNames[field] ?? field}“${value}”取自第 ${line} 行，其中第 ${column} 字起识别的把握不大，请核对原件。`;
    return [report('ocr-field', doubt, text)];
  });
  const marked = doubted.map(({ one, doubt }) => (doubt === undefined ? one : { ...one, sure: false }));
  return recognised(marked, reports);
}

/** The range of a value: its characters, across line ends, else the line where it was found. */
function rangeOf(decoded: string, { value, line }: Evidence, starts: readonly number[]): TextRange {
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
