import { enclosingRange } from '../normalise/text-range.ts';
import type { Use } from '../normalise/rule.ts';
import { tablesBetween, trimCell, type BodyTable } from './body-tables.ts';
import { endsLetter, isPageNote, isPageNumber } from './boilerplate.ts';
import { isContactLine, isApprovalLine } from './contact.ts';
import type { Candidate } from './field-value.ts';
import { settleHeadingSeries } from './heading-series.ts';
import type { LetterBlock } from './letter-block.ts';
import type { LetterStart } from './letter-start.ts';
import type { Line } from './lines.ts';
import type { HeadingMark, TableMark } from './marks.ts';
import { readOutcomeLine } from './outcome-line.ts';
import { withholdPrivate } from './private-data.ts';
import { drop, recognised, type Recognised } from './recognised.ts';
import type { Signature } from './signature.ts';

/** The index of the line after the last one of the letter. */
export function endOfLetter(
  lines: readonly Line[],
  start: LetterStart,
  signature: Signature | undefined,
  tables: readonly TableMark[],
): number {
  if (signature) return signature.last + 1;
  const from = (start.opening ?? start.line) + 1;
  const enclosingTable = enclosingRange(tables);
  const end = lines.findIndex(
    (line, index) => index >= from && endsLetter(line.tight.text) && !enclosingTable(line),
  );
  return end === -1 ? lines.length : end;
}

/** The letter between its salutation and its signature. */
export interface LetterBody {
  blocks: LetterBlock[];
  outcomes: Candidate[];
}

/** Where the letter is on its page, and what the received format marks in it. */
export interface LetterExtent {
  start: LetterStart;
  signature: Signature | undefined;
  /** Index of the line after the last one of the letter. */
  end: number;
  headings: readonly HeadingMark[];
  tables: readonly TableMark[];
}

/** Reads the blocks of the letter. What interrupts it without being part of it is dropped. */
export function readBody(
  decoded: string,
  lines: readonly Line[],
  letter: LetterExtent,
): Recognised<LetterBody> {
  const { start, signature, end } = letter;
  const enclosingHeading = enclosingRange(letter.headings);
  const tables = tablesByLine(lines, letter);
  const parts = lines.slice(start.line, end).map((line, step): Recognised<Partial<BodyLine>> => {
    const index = start.line + step;
    const table = tables.get(index);
    if (table) return index === table.first ? readTable(decoded, lines, table) : recognised({});
    const outcome = addresses(index, start) ? undefined : readOutcomeLine(line);
    if (outcome) return { ...outcome, value: { outcome: outcome.value } };
    const { text } = line.tight;
    if (isPageNote(text)) return recognised({}, [drop('page-note', line)]);
    if (isPageNumber(text)) return recognised({}, [drop('page-number', line)]);
    if (isContactLine(text)) return recognised({}, [withholdPrivate(line)]);
    if (isApprovalLine(text)) return recognised({}, [drop('no-field', line)]);
    const use = useOf(index, start, signature);
    const form = formOf(line, use, enclosingHeading(line)?.depth);
    return recognised({ block: { at: line.at, end: line.end, lines: [index], ...form } });
  });
  const blocks = parts.flatMap(({ value }) => value.block ?? []);
  const outcomes = parts.flatMap(({ value }) => value.outcome ?? []);
  return recognised({ blocks: settleHeadingSeries(blocks, lines), outcomes }, parts);
}

interface BodyLine {
  block: LetterBlock;
  outcome: Candidate;
}

function tablesByLine(
  lines: readonly Line[],
  { start, signature, end, tables }: LetterExtent,
): Map<number, BodyTable> {
  const own = tablesBetween(lines, start.line, signature?.first ?? end, tables);
  return new Map(
    own.flatMap((table) =>
      lines.slice(table.first, table.last + 1).map((_, step) => [table.first + step, table] as const),
    ),
  );
}

/** A table as one block. A row of contacts loses its text but stays a row, for cells may span it. */
function readTable(
  decoded: string,
  lines: readonly Line[],
  table: BodyTable,
): Recognised<Pick<BodyLine, 'block'>> {
  const own = lines.slice(table.first, table.last + 1);
  const contacts = own.filter(({ tight }) => isContactLine(tight.text));
  const enclosingContact = enclosingRange(contacts);
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      const range = trimCell(decoded, cell);
      return { ...cell, ...range, ...(enclosingContact(range) && { end: range.at }) };
    }),
  );
  const block: LetterBlock = {
    at: own[0]?.at ?? 0,
    end: own.at(-1)?.end ?? 0,
    use: 'cell',
    rows,
    lines: own.map((_, index) => table.first + index),
  };
  return recognised({ block }, contacts.map(withholdPrivate));
}

/** Whether a line is part of the salutation. */
function addresses(index: number, { salutation }: LetterStart): boolean {
  return salutation !== undefined && salutation.first <= index && index <= salutation.last;
}

function useOf(index: number, start: LetterStart, signature: Signature | undefined): Use {
  if (addresses(index, start) && index !== start.opening) return 'names';
  const isSigner = signature && index >= signature.first && index !== signature.date?.line;
  return isSigner ? 'names' : 'prose';
}

/** 一、 and （一） begin a heading, or a paragraph if a sentence follows on their line. */
function formOf(
  { tight: { text } }: Line,
  use: Use,
  marked: number | undefined,
): Pick<LetterBlock, 'use' | 'depth'> {
  if (use !== 'prose') return { use };
  const numbered = /^[一二三四五六七八九十]{1,3}、/u.test(text)
    ? 2
    : /^\([一二三四五六七八九十]{1,3}\)/u.test(text)
      ? 3
      : undefined;
  const depth = numbered ?? (marked === undefined ? undefined : marked <= 2 ? 2 : 3);
  const bare = text.replace(/。$/u, '');
  const sentence = /[。;!?:]/u.test(bare) || (bare !== text && (text.length > 26 || text.includes(',')));
  return depth && !sentence && text.length <= 60 ? { use: 'heading', depth } : { use };
}
