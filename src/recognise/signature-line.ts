import { isAgency, isTownship } from '../reply/agency.ts';
import { readDate, type DateReading } from '../reply/calendar-date.ts';
import type { Span } from '../reply/span.ts';
import { readDamagedDate } from '../reply/damaged-date.ts';
import type { Line } from './lines.ts';
import { isContactLine } from './contact.ts';

/** What one line contributes to a signature. */
export interface SignatureLine {
  agencies: Span[];
  date?: { span: Span; reading: DateReading };
}

const seal = /\((?:盖章|公章|印章|章|签章)\)/gu;
const agencyLabel = /^(?:承办|主办|答复|办理|办复|复函|落款)(?:单位|机关|部门):/u;
const dateLabel = /^(?:答复|办复|复函|办理|落款)?(?:时间|日期):/u;
/** `单位负责人:` between an agency and its date. */
const head =
  /(?:单位|主要|主管|分管)?(?:负责人|领导)(?:签[字名])?:\p{Script=Han}{0,4}?(?=(?:19|20)\d{2}|[一二][〇○零OoΟ0])/u;
const clock = / \d{1,2}:\d{2}(?::\d{2})?$/u;

/**
 * Reads an agency, several agencies side by side, a date, or both on one line; each may have a label
 * (答复单位：, 答复时间：).
 *
 * @param signed Whether an agency precedes the line; a damaged date counts only then.
 */
export function readSignatureLine(line: Line, signed: boolean): SignatureLine | undefined {
  const { text } = line.tight;
  if (text.length > 90) return undefined;
  const label = agencyLabel.exec(text)?.[0].length ?? 0;
  // A labelled date belongs to a byline, unless it follows an agency.
  const timed = signed ? (dateLabel.exec(text)?.[0].length ?? 0) : 0;
  if (label === 0 && timed === 0 && isContactLine(text)) return undefined;
  const time = clock.exec(line.spaced.text)?.[0].trim().length ?? 0;
  const date = dateOf(text.slice(timed, text.length - time), timed, signed || time > 0);
  if (date) return { agencies: [], date };
  const agencies = agenciesOf(line, label);
  return agencies ? { agencies } : readAgencyWithDate(text, label);
}

/** All of `text` as a date, perhaps in brackets. */
function dateOf(text: string, from: number, signed: boolean): SignatureLine['date'] {
  const sealed = text.replace(seal, '');
  const bare = /^\((?<inner>[^()]+)\)$/u.exec(sealed)?.groups?.inner ?? sealed;
  const reading = signed ? readDamagedDate(bare) : readDate(bare);
  if (reading?.length !== bare.length) return undefined;
  return { reading, span: { index: from + text.indexOf(bare), length: bare.length, text: bare } };
}

/** One agency, or several separated by spaces, 、 or ，, of which each must be an agency. */
function agenciesOf(line: Line, from: number): Span[] | undefined {
  const text = line.tight.text.slice(from);
  const columns = (from === 0 ? line.spaced.text : text).split(' ');
  if (columns.length > 1 && columns.every((column) => column.length >= 4 && isAgency(column)))
    return columnsOf(columns, 0, 0);
  const listed = text.split(/[、,]/u);
  if (listed.length > 1 && listed.every((name) => name.length >= 4 && isAgency(name)))
    return columnsOf(listed, from, 1);
  if (!isAgency(text) && !isTownship(text)) return undefined;
  const length = text.replace(new RegExp(`${seal.source}$`, 'u'), '').length;
  return [{ index: from, length, text: text.slice(0, length) }];
}

function columnsOf(columns: readonly string[], from: number, gap: number): Span[] {
  let index = from;
  return columns.map((column) => {
    const text = column.replace(seal, '');
    const span = { index, length: text.length, text };
    index += column.length + gap;
    return span;
  });
}

/** An agency with its date on one line, in either order. */
function readAgencyWithDate(line: string, label: number): SignatureLine | undefined {
  const text = line
    .slice(label)
    .replace(seal, '')
    .replace(label > 0 ? head : '', '');
  const ahead = readDate(text);
  const behind = ahead && text.slice(ahead.length);
  if (ahead && behind !== undefined && isAgency(behind)) {
    const name = { index: line.indexOf(behind), length: behind.length, text: behind };
    return { agencies: [name], date: dateSpan(line, text.slice(0, ahead.length), ahead) };
  }
  const match =
    /^(?<name>\D{3,40}?)(?<date>(?:(?:19|20)\d{2}|[一二][\doOΟ〇零○一二三四五六七八九]{3}年).*)$/u.exec(text);
  const { name = '', date = '' } = match?.groups ?? {};
  const reading = readDate(date);
  if (!match || !isAgency(name) || reading?.length !== date.length) return undefined;
  return {
    agencies: [{ index: label, length: name.length, text: name }],
    date: dateSpan(line, date, reading),
  };
}

function dateSpan(line: string, text: string, reading: DateReading): NonNullable<SignatureLine['date']> {
  return { reading, span: { index: line.indexOf(text), length: text.length, text } };
}
