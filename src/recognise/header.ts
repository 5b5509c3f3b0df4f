import { isAgency } from '../reply/agency.ts';
import { readDate } from '../reply/calendar-date.ts';
import {
  findDocumentNumber,
  isDamagedDocumentNumber,
  writeDocumentNumber,
} from '../reply/document-number.ts';
import { isIndexNumber } from '../reply/index-number.ts';
import { labelledOutcome, outcomeBehind, readOutcome } from '../reply/outcome.ts';
import { enclosingRange } from '../normalise/text-range.ts';
import type { Line } from './lines.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';
import { readHeaderBlock } from './header-block.ts';
import type { HeaderField } from './header-field.ts';
import { drop, tell, type Candidate, type Ledger } from './ledger.ts';
import { isLeadingNumber, beginsTitle } from './leading-document-number.ts';

/** What stands above a letter, field by field, before it is settled. */
export interface Header {
  fields: readonly HeaderField[];
  indexNumbers: Candidate[];
  documentNumbers: Candidate[];
  outcomes: Candidate[];
  /** Unlabelled lines of a header list. */
  agencies: Candidate[];
  /** What stands before the first label of a line. */
  unlabelled: readonly TextRange[];
  /** Lines that the header took, as indices. */
  taken: ReadonlySet<number>;
}

/** Reads the lines above a letter, titles aside. */
export function readHeader(ledger: Ledger, lines: readonly Line[]): Header {
  const block = readHeaderBlock(ledger.decoded, lines);
  const rests = [...block.loose];
  const cells = block.cells.map((cell) => withoutRest(ledger.decoded, cell, rests));
  const head: Header = {
    fields: cells,
    indexNumbers: [],
    documentNumbers: [],
    outcomes: [],
    agencies: [],
    taken: new Set(),
    unlabelled: block.loose,
  };
  const taken = new Set<number>();
  const lineAround = enclosingRange(lines.map(({ at, end }, index) => ({ at, end, index })));
  for (const cell of cells) {
    drop(ledger, cell.label, 'label');
    taken.add(cell.line);
    const value = cell.value;
    if (value && (cell.name === 'none' || cell.name === 'originalTitle')) drop(ledger, value, 'no-field');
    const around = value && lineAround(value);
    if (around) taken.add(around.index);
    if (cell.misread !== undefined) tellMisread(ledger, cell);
  }
  for (const range of rests) readLine(ledger, head, { ...range, tight: foldText(ledger.decoded, range) });
  lines.forEach((line, index) => {
    if (!taken.has(index) && readLine(ledger, head, line)) taken.add(index);
  });
  return { ...head, taken };
}

/** `类别:A 云教函〔2021〕15号`: what stands behind the class letter is read like a line of its own. */
function withoutRest(decoded: string, cell: HeaderField, rests: TextRange[]): HeaderField {
  if (!cell.value || (cell.name !== 'class' && cell.name !== 'outcome')) return cell;
  const folded = foldText(decoded, cell.value, 'single');
  const letter = /^[〔[(【]?[A-D]类?[〕\])】]?(?= )/u.exec(folded.text)?.[0];
  if (letter === undefined) return cell;
  const value = decodedRange(folded, { index: 0, length: letter.length });
  rests.push({ at: decodedRange(folded, { index: letter.length + 1, length: 1 }).at, end: cell.value.end });
  return { ...cell, value };
}

/** A line without a label: an entry of a header list, a document number, a class. */
function readLine(ledger: Ledger, head: Header, line: Pick<Line, 'at' | 'end' | 'tight'>): boolean {
  const named = behindName(ledger.decoded, line);
  if (named) return readLine(ledger, head, { ...named, tight: foldText(ledger.decoded, named) });
  const bullet = line.tight.text.startsWith('·') ? 1 : 0;
  const text = line.tight.text.slice(bullet);
  const candidate = (index: number, length: number): Omit<Candidate, 'use' | 'says'> => ({
    range: decodedRange(line.tight, { index: bullet + index, length }),
    from: '文头',
    sure: true,
  });
  if (isIndexNumber(text)) {
    head.indexNumbers.push({ ...candidate(0, text.length), use: 'identifier', says: text });
    return true;
  }
  if (bullet === 1 && isAgency(text)) {
    head.agencies.push({ ...candidate(0, text.length), use: 'plain', says: text, sure: false });
    return true;
  }
  if (bullet === 1 && readDate(text)?.length === text.length) {
    drop(ledger, decodedRange(line.tight, { index: bullet, length: text.length }), 'no-field');
    return true;
  }
  const bracketed = /^\((?<inner>[^()]+)\)$/u.exec(text)?.groups?.inner;
  const inner = bracketed === undefined ? undefined : findDocumentNumber(bracketed);
  if (inner && inner.length === bracketed?.length) {
    const says = writeDocumentNumber(inner);
    head.documentNumbers.push({ ...candidate(1, inner.length), use: 'document-number', says });
    return true;
  }
  const number = findDocumentNumber(text);
  const behind = number ? text.slice(number.index + number.length) : '';
  if (number && isLeadingNumber(number, behind)) {
    head.documentNumbers.push({
      ...candidate(0, number.length),
      use: 'document-number',
      says: writeDocumentNumber(number),
    });
    // The title behind it is read with the titles.
    if (beginsTitle(behind)) return false;
    const letter = outcomeBehind(behind) ?? labelledOutcome(behind);
    if (letter) {
      head.outcomes.push({ ...candidate(number.length + letter.index, 1), use: 'plain', says: letter.text });
      drop(ledger, { at: candidate(number.length, 0).range.at, end: line.end }, 'no-field');
    }
    return true;
  }
  if (isDamagedDocumentNumber(text)) {
    drop(ledger, line, 'no-field');
    tell(
      ledger,
      'warning',
      'damaged-document-number',
      line.at,
      `发文字号“${text}”残缺，未采用。请核对原件后填写。`,
    );
    return true;
  }
  const labelled = labelledOutcome(text);
  if (labelled) {
    const { range, ...rest } = candidate(labelled.index, 1);
    drop(ledger, { at: line.at, end: range.at }, 'label');
    drop(ledger, { at: range.end, end: line.end }, 'no-field');
    head.outcomes.push({ ...rest, range, use: 'plain', says: labelled.text });
    return true;
  }
  const letter = readOutcome(text);
  if (letter) head.outcomes.push({ ...candidate(letter.index, 1), use: 'plain', says: letter.text });
  return letter !== undefined;
}

/** An agency, and a document number behind it, takes at most so many characters. */
const longestName = 200;

/** `建宁县林业局 建林〔2023〕56号`: the document number behind an agency that a space sets apart from it. */
function behindName(
  decoded: string,
  { at, end, tight }: Pick<Line, 'at' | 'end' | 'tight'>,
): TextRange | undefined {
  if (findDocumentNumber(tight.text)?.index !== 0) return undefined;
  const folded = foldText(decoded, { at, end }, 'single');
  for (const { index } of folded.text.slice(0, longestName).matchAll(/ /gu)) {
    const [name, rest] = [folded.text.slice(0, index), folded.text.slice(index, index + longestName)].map(
      (one) => one.replaceAll(' ', ''),
    );
    if (name && rest && isAgency(name) && findDocumentNumber(rest)?.index === 0)
      return { at: decodedRange(folded, { index: index + 1, length: 1 }).at, end };
  }
  return undefined;
}

/** The candidates that cells of one field give, by a grammar over the value; the rest of a value is dropped. */
export function candidatesFrom(
  ledger: Ledger,
  cells: readonly HeaderField[],
  use: Candidate['use'],
  read: (text: string) => { index: number; length: number; says: string } | undefined,
  spaces: 'none' | 'single' = 'none',
): Candidate[] {
  return cells.flatMap(({ value, misread }) => {
    if (!value) return [];
    const folded = foldText(ledger.decoded, value, spaces);
    const found = read(folded.text);
    if (!found) {
      drop(ledger, value, 'no-field');
      return [];
    }
    const range = decodedRange(folded, found);
    dropAround(ledger, value, range);
    return [{ range, use, says: found.says, from: '信息表', sure: misread === undefined }];
  });
}

/** Drops what a value has around the part that is taken: the time behind a date. */
function dropAround(ledger: Ledger, whole: TextRange, taken: TextRange): void {
  for (const range of [
    { at: whole.at, end: taken.at },
    { at: taken.end, end: whole.end },
  ])
    if (ledger.decoded.slice(range.at, range.end).trim() !== '') drop(ledger, range, 'no-field');
}

function tellMisread(ledger: Ledger, cell: HeaderField): void {
  const label = ledger.decoded.slice(cell.label.at, cell.label.end);
  tell(
    ledger,
    'info',
    'misread-label',
    cell.label.at,
    `标签“${label}”按“${cell.misread ?? ''}”理解，其值符合该项格式。`,
  );
}
