import { labelledOutcome, readOutcome } from '../reply/outcome.ts';
import { enclosingRange } from '../normalise/text-range.ts';
import type { Line } from './lines.ts';
import type { Use } from '../normalise/rule.ts';
import { decodedRange, type TextRange } from '../normalise/folded-text.ts';
import { tablesBetween, trimCell, type BodyTable } from './body-tables.ts';
import type { LetterBlock } from './letter-block.ts';
import type { HeadingMark, TableMark } from './marks.ts';
import { isPageNote, isPageNumber, endsLetter } from './boilerplate.ts';
import { isContactLine, isSignOff } from './contact.ts';
import { settleHeadingSeries } from './heading-series.ts';
import { drop, tell, type Candidate, type Ledger } from './ledger.ts';
import type { LetterStart } from './letter-start.ts';
import type { Signature } from './signature.ts';

/** The index behind the last line of the letter. */
export function endOfLetter(
  lines: readonly Line[],
  outline: LetterStart,
  signature: Signature | undefined,
  tables: readonly TableMark[],
): number {
  if (signature) return signature.last + 1;
  const from = (outline.opening ?? outline.line) + 1;
  const tableAround = enclosingRange(tables);
  const end = lines.findIndex(
    (line, index) => index >= from && endsLetter(line.tight.text) && !tableAround(line),
  );
  return end === -1 ? lines.length : end;
}

/** The blocks of the letter from its salutation to its signature; what is no part of it is dropped. */
export function readBody(
  ledger: Ledger,
  lines: readonly Line[],
  letter: {
    outline: LetterStart;
    signature: Signature | undefined;
    end: number;
    headings: readonly HeadingMark[];
    tables: readonly TableMark[];
  },
): { pieces: LetterBlock[]; outcomes: Candidate[] } {
  const { outline, signature, end } = letter;
  const headingAround = enclosingRange(letter.headings);
  const pieces: LetterBlock[] = [];
  const outcomes: Candidate[] = [];
  const tables = new Map(
    tablesBetween(lines, outline.line, signature?.first ?? end, letter.tables).flatMap((table) =>
      lines.slice(table.first, table.last + 1).map((_, step) => [table.first + step, table] as const),
    ),
  );
  lines.slice(outline.line, end).forEach((line, step) => {
    const index = outline.line + step;
    const table = tables.get(index);
    if (table) {
      if (index === table.first) pieces.push(tablePiece(ledger, lines, table));
      return;
    }
    const { text } = line.tight;
    const signed = signature !== undefined && index >= signature.first;
    const outcome = addresses(index, outline) ? undefined : outcomeLine(line);
    if (outcome) {
      drop(ledger, { at: line.at, end: outcome.range.at }, 'label');
      drop(ledger, { at: outcome.range.end, end: line.end }, 'label');
      outcomes.push(outcome);
    } else if (isPageNote(text)) drop(ledger, line, 'page-note');
    else if (isPageNumber(text)) drop(ledger, line, 'page-number');
    else if (isContactLine(text)) dropPrivate(ledger, line);
    else if (isSignOff(text)) drop(ledger, line, 'no-field');
    else
      pieces.push({
        at: line.at,
        end: line.end,
        lines: [index],
        ...shape(line, useOf(index, outline, signed, signature), headingAround(line)?.depth),
      });
  });
  return { pieces: settleHeadingSeries(pieces, lines), outcomes };
}

/** A table as one piece. A row of contacts loses its text and stays as a row, for cells may reach over it. */
function tablePiece(ledger: Ledger, lines: readonly Line[], table: BodyTable): LetterBlock {
  const own = lines.slice(table.first, table.last + 1);
  const contacts = own.filter(({ tight }) => isContactLine(tight.text));
  const contactAround = enclosingRange(contacts);
  for (const line of contacts) dropPrivate(ledger, line);
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      const range = trimCell(ledger.decoded, cell);
      return { ...cell, ...range, ...(contactAround(range) && { end: range.at }) };
    }),
  );
  return {
    at: own[0]?.at ?? 0,
    end: own.at(-1)?.end ?? 0,
    use: 'cell',
    rows,
    lines: own.map((_, index) => table.first + index),
  };
}

/** `办复类别:A类` or `(A类)` on a line of its own. */
export function outcomeLine(line: Pick<Line, 'tight'>, from = '文末'): Candidate | undefined {
  const { text } = line.tight;
  const found =
    labelledOutcome(text) ?? (/^[(〔[【][A-D]类[)〕\]】]$/u.test(text) ? readOutcome(text) : undefined);
  if (!found) return undefined;
  return { range: decodedRange(line.tight, found), use: 'plain', says: found.text, from, sure: true };
}

/** Takes a contact line out, and says so. */
export function dropPrivate(ledger: Ledger, range: TextRange): void {
  drop(ledger, range, 'private');
  tell(ledger, 'info', 'private', range.at, '联系人、电话等个人信息不公开，已从正文中取出。');
}

/** Whether a line is part of the salutation. */
function addresses(index: number, { salutation }: LetterStart): boolean {
  return salutation !== undefined && salutation.first <= index && index <= salutation.last;
}

function useOf(index: number, outline: LetterStart, signed: boolean, signature: Signature | undefined): Use {
  if (addresses(index, outline) && index !== outline.opening) return 'names';
  return signed && index !== signature?.date?.line ? 'names' : 'prose';
}

/** 一、 and （一） on a line of their own are headings; with a sentence behind them they begin a paragraph. */
function shape(
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
