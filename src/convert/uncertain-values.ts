import type { TextRange } from '../normalise/folded-text.ts';
import type { Doubt } from '../readers/reading.ts';
import type { FieldValue } from '../recognise/field-value.ts';
import { drop, recognised, type Account, type Recognised } from '../recognise/recognised.ts';
import { levelOf } from '../record/message-codes.ts';
import { fieldNames } from '../reply/field-names.ts';
import { positionsIn } from '../reply/position.ts';
import { isSettable, type SettableField } from '../reply/settable-fields.ts';
import type { FieldSource, FilledFrontmatter } from './field-source.ts';
import { lineStarts } from './messages.ts';
import { withoutFields } from './without-fields.ts';

/** Names, numbers and dates: a misread one looks like any other. */
const exact: readonly string[] = [
  'indexNumber',
  'documentNumber',
  'issuer',
  'issuedOn',
  'publishedOn',
  'outcome',
  'place',
  'proposal.scope',
  'proposal.term',
  'proposal.session',
  'proposal.number',
  'recipients',
  'signatories',
] satisfies readonly SettableField[];

/** A value that was left out, as it was read. */
export interface DoubtfulValue {
  field: SettableField;
  reading: string;
}

/** What is left when uncertain values are out, and these. */
export interface Sifted<T> {
  certain: T;
  doubtful: DoubtfulValue[];
}

/**
 * Sets aside the names, numbers and dates of the page around the letter in which a character was not recognised with
 * certainty: they are neither published nor in the frontmatter.
 */
export function setAsideUncertain(
  decoded: string,
  values: readonly FieldValue[],
  doubts: readonly Doubt[],
): Recognised<Sifted<FieldValue[]>> {
  const found = values.map((value) => ({
    value,
    doubt: isExact(value) ? doubtIn(decoded, value.field, value.range, doubts) : undefined,
  }));
  const aside = found.flatMap(({ value: { field, range }, doubt }) =>
    doubt === undefined || !isSettable(field)
      ? []
      : [{ field, range, doubt, reading: decoded.slice(range.at, range.end).replace(/\s+/gu, '') }],
  );
  const certain = found.flatMap(({ value, doubt }) => (doubt === undefined ? [value] : []));
  return recognised({ certain, doubtful: aside.map(({ field, reading }) => ({ field, reading })) }, [
    ...aside.map(({ range }) => drop('uncertain', range)),
    ...aside.map((one) => reportLeftOut(decoded, one)),
  ]);
}

/**
 * Leaves out of the frontmatter the names, numbers and dates in which a character was not recognised with certainty;
 * the title and the body that they are copied from keep them. Other values stay, marked as not sure.
 */
export function leaveOutUncertain(
  decoded: string,
  { frontmatter, sources }: FilledFrontmatter,
  doubts: readonly Doubt[],
): Recognised<Sifted<FilledFrontmatter>> {
  const starts = doubts.length === 0 ? [] : lineStarts(decoded);
  const positionOf = positionsIn(decoded);
  const found = sources.map((source) => {
    const line = positionOf(source.at).line;
    return {
      source,
      doubt:
        doubts.length === 0
          ? undefined
          : doubtIn(decoded, source.field, rangeOf(decoded, source, line, starts), doubts),
    };
  });
  const uncertain = found.flatMap(({ source, doubt }) => (doubt === undefined ? [] : [{ source, doubt }]));
  const out = uncertain.filter(({ source }) => isExact(source));
  const names = new Set(out.map(({ source }) => source.field));
  const certain: FilledFrontmatter = {
    frontmatter: withoutFields(frontmatter, names),
    sources: found.flatMap(({ source, doubt }) =>
      names.has(source.field) ? [] : [doubt === undefined ? source : { ...source, sure: false }],
    ),
  };
  const doubtful = out.flatMap(({ source: { field, value } }) =>
    isSettable(field) ? [{ field, reading: value }] : [],
  );
  return recognised({ certain, doubtful }, [
    ...uncertain.map(({ source: { field, value }, doubt }) =>
      names.has(field)
        ? reportLeftOut(decoded, { field, reading: value, doubt })
        : reportMarked(decoded, { field, reading: value, doubt }),
    ),
  ]);
}

function isExact({ field }: { field: string }): boolean {
  return exact.includes(field);
}

const onlyBrackets = /^[〔〕[\]【】（）()［］]*$/u;

/**
 * The offset of the first doubt about a field's value. The brackets around the year of a document number follow from its
 * grammar (GB/T 9704), whatever was read for them.
 */
function doubtIn(
  decoded: string,
  field: string,
  range: TextRange,
  doubts: readonly Doubt[],
): number | undefined {
  const isBracket = ({ at, length, rival = '' }: Doubt) =>
    field === 'documentNumber' && onlyBrackets.test(decoded.slice(at, at + length) + rival);
  const doubt = doubts.find((one) => one.at < range.end && range.at < one.at + one.length && !isBracket(one));
  return doubt && Math.max(doubt.at, range.at);
}

interface UncertainValue {
  field: string;
  reading: string;
  /** Offset of the first doubt. */
  doubt: number;
}

function reportLeftOut(decoded: string, value: UncertainValue): Account {
  const { field, reading, doubt } = value;
  const text = `${describe(decoded, value)}，没有采用。请核对原件，用 --set ${field}=… 填写。`;
  return {
    dropped: [],
    messages: [{ level: levelOf('ocr-field'), rule: 'ocr-field', at: doubt, text, suggestion: reading }],
  };
}

function reportMarked(decoded: string, value: UncertainValue): Account {
  const text = `${describe(decoded, value)}。请核对原件。`;
  return {
    dropped: [],
    messages: [{ level: levelOf('ocr-field'), rule: 'ocr-field', at: value.doubt, text }],
  };
}

function describe(decoded: string, { field, reading, doubt }: UncertainValue): string {
  const { line, column } = positionsIn(decoded)(doubt);
  return `${fieldNames[field] ?? field}读作“${reading}”，其中第 ${line} 行第 ${column} 字起识别的把握不大`;
}

/** A value is searched for within so many characters of the beginning of its line; a short one in its line and the next. */
const longest = 2000;
const short = 8;

/** The range of a value: its characters, across line ends, else what states it on the line where it was found. */
function rangeOf(
  decoded: string,
  { field, value }: FieldSource,
  line: number,
  starts: readonly number[],
): TextRange {
  const at = starts[line - 1] ?? 0;
  const end = starts[line] ?? decoded.length;
  if (field === 'proposal.term' || field === 'proposal.session') return meetingIn(decoded, { at, end });
  const characters = Array.from(value, (character) => character.normalize('NFKC'));
  const limit = characters.length < short ? (starts[line + 1] ?? decoded.length) : at + longest;
  let from = at;
  let matched = 0;
  for (let next = at; next < decoded.length && next < limit; next += 1) {
    const character = (decoded[next] ?? '').normalize('NFKC');
    if (character.trim() === '') continue;
    if (character === characters[matched]) matched += 1;
    else matched = character === characters[0] ? 1 : 0;
    if (matched === 1) from = next;
    if (matched === characters.length) return { at: from, end: next + 1 };
  }
  return { at, end };
}

/** The numerals of a meeting, which the frontmatter has as numbers: 十二届三次会议. The whole line where there are none. */
function meetingIn(decoded: string, { at, end }: TextRange): TextRange {
  const found =
    /[第一二三四五六七八九十〇零百\d]{1,6}届[^，。；]{0,30}?[第一二三四五六七八九十\d]{1,4}次/u.exec(
      decoded.slice(at, end),
    );
  return found ? { at: at + found.index, end: at + found.index + found[0].length } : { at, end };
}
