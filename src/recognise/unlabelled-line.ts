import { isAgency } from '../reply/agency.ts';
import { readDate } from '../reply/calendar-date.ts';
import {
  findDocumentNumber,
  isDamagedDocumentNumber,
  writeDocumentNumber,
  type DocumentNumber,
} from '../reply/document-number.ts';
import { isIndexNumber } from '../reply/index-number.ts';
import { labelledOutcome, outcomeBehind, readBareOutcome, writeOutcome } from '../reply/outcome.ts';
import { readReplyTitle } from '../reply/reply-title.ts';
import type { Span } from '../reply/span.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';
import type { Candidate } from './field-value.ts';
import { beginsTitle, isLeadingNumber, numberBehindTitle } from './title-document-number.ts';
import type { Line } from './lines.ts';
import { drop, recognised, report, type Account, type Recognised } from './recognised.ts';

/** What a line of the header without a label gives. */
export interface UnlabelledLine {
  candidates: readonly Candidate[];
  /** Whether nothing of the line is left to be read, such as a title. */
  taken: boolean;
}

/** A line, and its text after the bullet of a list. */
interface HeaderLine extends Pick<Line, 'at' | 'end' | 'tight'> {
  bullet: 0 | 1;
  text: string;
}

/** Reads a line without a label: an entry of a header list, a document number, a class letter. */
export function readUnlabelledLine(
  decoded: string,
  { at, end, tight }: Pick<Line, 'at' | 'end' | 'tight'>,
): Recognised<UnlabelledLine> {
  const number = numberBehindAgency(decoded, { at, end, tight });
  if (number) return readUnlabelledLine(decoded, { ...number, tight: foldText(decoded, number) });
  const bullet = tight.text.startsWith('·') ? 1 : 0;
  const line = { at, end, tight, bullet, text: tight.text.slice(bullet) } as const;
  const readers = [
    ...[readListEntry, readBracketedNumber, readNumberBehindTitle, readNumber],
    ...[reportDamagedNumber, readClassLetter],
  ];
  for (const read of readers) {
    const found = read(line);
    if (found) return found;
  }
  return recognised({ candidates: [], taken: false });
}

/** An index number, or an agency or a date after a bullet. */
function readListEntry(line: HeaderLine): Recognised<UnlabelledLine> | undefined {
  const { text, bullet } = line;
  const whole = rangeIn(line, 0, text.length);
  if (isIndexNumber(text))
    return taken([candidate('indexNumber', whole, text, { use: 'identifier', sure: true })]);
  if (bullet === 0) return undefined;
  if (isAgency(text)) return taken([candidate('issuer', whole, text, { use: 'plain', sure: false })]);
  return readDate(text)?.length === text.length ? taken([], [drop('no-field', whole)]) : undefined;
}

/** `(云教函〔2021〕15号)`, perhaps with a class behind it */
function readBracketedNumber(line: HeaderLine): Recognised<UnlabelledLine> | undefined {
  const { inner, behind = '' } = /^\((?<inner>[^()]+)\)(?<behind>.{0,20})$/u.exec(line.text)?.groups ?? {};
  const number = inner === undefined ? undefined : findDocumentNumber(inner);
  if (number?.length !== inner?.length || !number) return undefined;
  const letter = outcomeBehind(behind);
  if (!letter) return behind === '' ? taken([numberIn(line, number, 1)]) : undefined;
  const at = number.length + 2;
  const range = rangeIn(line, at + letter.index, letter.length);
  const around = { at: rangeIn(line, at, 0).at, end: line.end };
  return taken([numberIn(line, number, 1), outcome(range, letter)], [drop('no-field', around)]);
}

/** The document number behind a title, which is read with the other titles. */
function readNumberBehindTitle(line: HeaderLine): Recognised<UnlabelledLine> | undefined {
  const found = numberBehindTitle(line.text);
  const number = found && findDocumentNumber(found.number.text);
  if (!found || !number || !readReplyTitle(line.text.slice(0, found.before))) return undefined;
  const { at, end } = rangeIn(line, found.number.index, found.number.length);
  const before = { at: rangeIn(line, found.before, 0).at, end: at };
  const leading = numberIn(line, number, found.number.index);
  const letter = found.outcome;
  const candidates = letter
    ? [leading, outcome(rangeIn(line, letter.index, letter.length), letter)]
    : [leading];
  return recognised({ candidates, taken: false }, [drop('no-field', before, { at: end, end: line.end })]);
}

/** A document number, perhaps with a class letter or the title after it. */
function readNumber(line: HeaderLine): Recognised<UnlabelledLine> | undefined {
  const number = findDocumentNumber(line.text);
  const behind = number ? line.text.slice(number.index + number.length) : '';
  if (!number || !isLeadingNumber(number, behind)) return undefined;
  const leading = numberIn(line, number, 0);
  // The title after it is read with the other titles.
  if (beginsTitle(behind)) return recognised({ candidates: [leading], taken: false });
  const letter = outcomeBehind(behind) ?? labelledOutcome(behind);
  if (!letter) return taken([leading]);
  const range = rangeIn(line, number.length + letter.index, letter.length);
  const rest = { at: rangeIn(line, number.length, 0).at, end: line.end };
  return taken([leading, outcome(range, letter)], [drop('no-field', rest)]);
}

function reportDamagedNumber(line: HeaderLine): Recognised<UnlabelledLine> | undefined {
  if (!isDamagedDocumentNumber(line.text)) return undefined;
  const text = `发文字号“${line.text}”残缺，未采用。请核对原件后填写。`;
  return taken([], [drop('no-field', line), report('damaged-document-number', line.at, text)]);
}

/** A class letter, with its label or alone. */
function readClassLetter(line: HeaderLine): Recognised<UnlabelledLine> | undefined {
  const labelled = labelledOutcome(line.text);
  if (labelled) {
    const range = rangeIn(line, labelled.index, labelled.length);
    return taken(
      [outcome(range, labelled)],
      [drop('label', { at: line.at, end: range.at }), drop('no-field', { at: range.end, end: line.end })],
    );
  }
  const letter = readBareOutcome(line.text);
  return letter && taken([outcome(rangeIn(line, letter.index, letter.length), letter)]);
}

function taken(candidates: readonly Candidate[], steps: readonly Account[] = []): Recognised<UnlabelledLine> {
  return recognised({ candidates, taken: true }, steps);
}

function candidate(
  field: Candidate['field'],
  range: TextRange,
  canonical: string,
  { use, sure }: Pick<Candidate, 'use' | 'sure'>,
): Candidate {
  return { field, range, canonical, use, sure, from: '文头' };
}

function numberIn(line: HeaderLine, number: DocumentNumber, index: number): Candidate {
  const range = rangeIn(line, index, number.length);
  return candidate('documentNumber', range, writeDocumentNumber(number), {
    use: 'document-number',
    sure: true,
  });
}

function outcome(range: TextRange, { text }: Span): Candidate {
  return candidate('outcome', range, writeOutcome(text), { use: 'outcome', sure: true });
}

function rangeIn({ tight, bullet }: HeaderLine, index: number, length: number): TextRange {
  return decodedRange(tight, { index: bullet + index, length });
}

/** The longest agency, and the longest document number after it, in characters. */
const longest = 200;

/** `建宁县林业局 建林〔2023〕56号`: a document number that a space separates from the agency before it. */
function numberBehindAgency(
  decoded: string,
  { at, end, tight }: Pick<Line, 'at' | 'end' | 'tight'>,
): TextRange | undefined {
  if (findDocumentNumber(tight.text)?.index !== 0) return undefined;
  const folded = foldText(decoded, { at, end }, 'single');
  for (const { index } of folded.text.slice(0, longest).matchAll(/ /gu)) {
    const [name, rest] = [folded.text.slice(0, index), folded.text.slice(index, index + longest)].map((one) =>
      one.replaceAll(' ', ''),
    );
    if (name && rest && isAgency(name) && findDocumentNumber(rest)?.index === 0)
      return { at: decodedRange(folded, { index: index + 1, length: 1 }).at, end };
  }
  return undefined;
}
