import { isAgency } from '../reply/agency.ts';
import type { DateReading } from '../reply/calendar-date.ts';
import { isPlace } from '../reply/meeting.ts';
import { isYearAlone, readDamagedDate } from '../reply/damaged-date.ts';
import { decodedRange, type TextRange } from '../normalise/folded-text.ts';
import type { Line } from './lines.ts';
import { endsLetter, isPageNote, isPageNumber } from './boilerplate.ts';
import { isContactLine, isApprovalLine } from './contact.ts';
import { readSignatureLine } from './signature-line.ts';

/** The signature block (署名与成文日期): agencies and a date, in either order. Positions are indices of lines. */
export interface Signature {
  first: number;
  last: number;
  agencies: { name: string; range: TextRange }[];
  /** With the index and the offset of its line. */
  date?: { line: number; at: number; text: string; reading: DateReading };
}

/**
 * Finds the signature below the line `after`: the first block with an agency and a date, else a date alone,
 * else the last agency alone. The latter two count only where no running text of the letter follows.
 */
export function findSignature(lines: readonly Line[], after: number): Signature | undefined {
  const blocks: Signature[] = [];
  for (let index = after + 1; index < lines.length; index += 1) {
    if (endsLetter(lines[index]?.tight.text ?? '') && blocks.length > 0) break;
    const block = blockAt(lines, index);
    if (!block) continue;
    blocks.push(block);
    index = block.last;
  }
  const both = blocks.find(({ agencies, date }) => agencies.length > 0 && date);
  if (both) return both;
  // A letter on a single line of the page ends with that line.
  const own = lines[after]?.number;
  const closes = ({ last }: Signature) => lines[last]?.number === own && lines[last + 1]?.number !== own;
  const prose = proseBelow(lines);
  const last = (one: Signature) => closes(one) || !prose(one.last + 1);
  return blocks.find((one) => one.date && last(one)) ?? blocks.findLast((one) => !one.date && last(one));
}

/** More agencies than sign any letter together. */
const mostAgencies = 100;

/** The block at a line: lines with agencies or a date, perhaps with a page note or an approval between them. */
function blockAt(lines: readonly Line[], from: number): Signature | undefined {
  const block: Signature = { first: from, last: from, agencies: [] };
  let found = false;
  for (let index = from; index < lines.length; index += 1) {
    const entry = entryAt(lines, index, block.agencies.length > 0);
    if (!entry) {
      const below = [1, 2, 3].some((step) => entryAt(lines, index + step, block.agencies.length > 0));
      if (found && isBetween(lines[index]?.tight.text ?? '') && below) continue;
      break;
    }
    const ended = endsLetter(lines[index]?.tight.text ?? '') && !entry.labelled;
    if ((entry.date && block.date) || (block.date && block.agencies.length > 0) || ended) break;
    if (block.agencies.length + entry.agencies.length > mostAgencies) break;
    block.agencies.push(...entry.agencies);
    if (entry.date) block.date = entry.date;
    index = entry.last;
    block.last = index;
    found = true;
  }
  return found ? block : undefined;
}

/** Whether a line may occur between an agency and its date. */
function isBetween(text: string): boolean {
  return isPageNote(text) || isApprovalLine(text) || isContactLine(text);
}

/** One or two lines of a signature. */
interface SignatureEntry extends Pick<Signature, 'agencies' | 'date'> {
  last: number;
  labelled: boolean;
}

/** An agency whose name begins with a place. */
const named = /^\p{Script=Han}{2,6}[省市县区旗州盟]\p{Script=Han}{2}/u;

/** Reads the entry at a line. A date broken after its year and an agency broken after its place take two lines. */
function entryAt(lines: readonly Line[], index: number, signed: boolean): SignatureEntry | undefined {
  const line = lines[index];
  if (!line) return undefined;
  const below = lines[index + 1];
  const { text } = line.tight;
  const rest = below?.tight.text ?? '';
  if (signed && isYearAlone(text)) {
    const reading = readDamagedDate(text + rest);
    if (reading && reading.readings.length > 0 && !reading.damaged)
      return {
        agencies: [],
        date: { line: index, at: line.at, text, reading },
        last: index + 1,
        labelled: false,
      };
  }
  if (below && isPlace(text) && text.length >= 2 && isAgency(rest) && !named.test(rest)) {
    const agency = { name: text + rest, range: { at: line.at, end: below.end } };
    return { agencies: [agency], last: index + 1, labelled: false };
  }
  const part = readSignatureLine(line, signed);
  if (!part) return undefined;
  return {
    agencies: part.agencies.map((span) => ({ name: span.text, range: decodedRange(line.tight, span) })),
    ...(part.date && {
      date: { line: index, at: line.at, text: part.date.span.text, reading: part.date.reading },
    }),
    last: index,
    labelled: /^\p{Script=Han}{2,4}:/u.test(text),
  };
}

/** Whether running text of the letter follows at or below a line, rather than the footer of the page. */
function proseBelow(lines: readonly Line[]): (from: number) => boolean {
  const follows: boolean[] = [];
  let prose = false;
  for (const [index, { tight }] of [...lines.entries()].reverse()) {
    const { text } = tight;
    if (endsLetter(text) || /^(?:附件?|抄送|抄报|相关)/u.test(text)) prose = false;
    else if (text.length >= 30 && /[。;!]/u.test(text) && !isPageNumber(text) && !isContactLine(text))
      prose = true;
    follows[index] = prose;
  }
  return (from) => follows[from] ?? false;
}
