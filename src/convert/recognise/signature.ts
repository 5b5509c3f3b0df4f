import { isAgency } from '../../reply/agency.ts';
import { readDate, type DateReading } from '../../reply/calendar-date.ts';
import type { Span } from '../../reply/span.ts';
import type { Line } from '../lines.ts';
import { endsLetter, isPageNote, isPageNumber } from './chrome.ts';
import { isContactLine, isSignOff } from './contact.ts';

/** The signature block (署名与成文日期): agencies and a date, in either order. Indices into the lines. */
export interface Signature {
  from: number;
  to: number;
  /** Each with the line it stands on. */
  agencies: { line: number; span: Span }[];
  date?: { line: number; span: Span; reading: DateReading };
}

/** What one line can be to a signature. */
interface Part {
  agencies: Span[];
  date?: { span: Span; reading: DateReading };
}

/**
 * Finds the signature below `after`: the first block with an agency and a date, else a date alone, else
 * an agency alone, the latter two only where no running text of the letter follows.
 */
export function findSignature(lines: readonly Line[], after: number): Signature | undefined {
  const blocks: Signature[] = [];
  for (let index = after + 1; index < lines.length; index += 1) {
    if (endsLetter(lines[index]?.tight.text ?? '') && blocks.length > 0) break;
    const block = blockAt(lines, index);
    if (!block) continue;
    blocks.push(block);
    index = block.to;
  }
  const both = blocks.find(({ agencies, date }) => agencies.length > 0 && date);
  if (both) return both;
  const last = (one: Signature) => !hasProse(lines, one.to + 1);
  return blocks.find((one) => one.date && last(one)) ?? blocks.findLast((one) => !one.date && last(one));
}

/** A run of lines that are agencies or a date; a note about the page or a sign-off may stand between. */
function blockAt(lines: readonly Line[], from: number): Signature | undefined {
  const block: Signature = { from, to: from, agencies: [] };
  let found = false;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const part = partOf(line);
    if (!part) {
      if (
        found &&
        isBetween(line.tight.text) &&
        [1, 2, 3].some((step) => lines[index + step] && partOfLine(lines, index + step))
      )
        continue;
      break;
    }
    if ((part.date && block.date) || (block.date && block.agencies.length > 0) || endsLetter(line.tight.text))
      break;
    block.agencies.push(...part.agencies.map((span) => ({ line: index, span })));
    if (part.date) block.date = { line: index, ...part.date };
    block.to = index;
    found = true;
  }
  return found ? block : undefined;
}

/** Lines that may stand between an agency and its date. */
function isBetween(text: string): boolean {
  return isPageNote(text) || isSignOff(text) || isContactLine(text);
}

function partOfLine(lines: readonly Line[], index: number): Part | undefined {
  const line = lines[index];
  return line && partOf(line);
}

/** An agency, several of them side by side, a date, or an agency with its date. */
function partOf(line: Line): Part | undefined {
  const { text } = line.tight;
  if (text.length > 90 || isContactLine(text)) return undefined;
  const bare = text.replace(/\((?:盖章|公章|印章|章)\)/gu, '');
  const reading = readDate(bare);
  if (reading?.length === bare.length)
    return {
      agencies: [],
      date: { reading, span: { index: text.indexOf(bare), length: bare.length, text: bare } },
    };
  const columns = line.spaced.text.split(' ');
  if (columns.length > 1 && columns.every((column) => column.length >= 4 && isAgency(column)))
    return { agencies: columnsOf(columns) };
  if (isAgency(text)) {
    const length = withoutSeal(text);
    return { agencies: [{ index: 0, length, text: text.slice(0, length) }] };
  }
  const dated =
    /^(?<name>\D{3,40}?)(?<date>(?:(?:19|20)\d{2}|[一二][\doOΟ〇零○一二三四五六七八九]{3}年).*)$/u.exec(bare);
  const { name = '', date = '' } = dated?.groups ?? {};
  const end = readDate(date);
  if (!dated || !isAgency(name) || end?.length !== date.length) return undefined;
  return {
    agencies: [{ index: 0, length: name.length, text: name }],
    date: { reading: end, span: { index: text.indexOf(date), length: date.length, text: date } },
  };
}

function withoutSeal(text: string): number {
  return text.replace(/\((?:盖章|公章|印章|章)\)$/u, '').length;
}

function columnsOf(columns: readonly string[]): Span[] {
  let index = 0;
  return columns.map((text) => {
    const span = { index, length: text.length, text };
    index += text.length;
    return span;
  });
}

/** Whether paragraphs of a letter, not of a page's tail, follow. */
function hasProse(lines: readonly Line[], from: number): boolean {
  for (const line of lines.slice(from)) {
    const { text } = line.tight;
    if (endsLetter(text) || /^(?:附件?|抄送|抄报|相关)/u.test(text)) return false;
    if (isPageNumber(text) || isContactLine(text)) continue;
    if (text.length >= 30 && /[。;!]/u.test(text)) return true;
  }
  return false;
}
