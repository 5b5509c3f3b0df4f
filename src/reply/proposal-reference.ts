import { findMeetings, placeBefore, type Meeting } from './meeting.ts';
import type { Proposal } from './frontmatter.ts';
import { outcomeClass } from './outcome.ts';
import { groupSpan, type Span } from './span.ts';

/** How a letter names the proposal that it answers: session, number and kind. */
export interface ProposalReference {
  meeting?: Meeting;
  /** Stated without a session: 市政协第123号提案. */
  assembly?: '人大' | '政协';
  scope?: Span;
  number?: Span;
  kind?: NonNullable<Proposal['kind']>;
  /** Whether several numbers are named, so that none is the number. */
  several: boolean;
}

const who =
  '(?:人大代表|政协委员|代表|委员|界别|党派|集体|团体|联名|重点|大会|闭会|平时|期间|上|提出|所提|的|人大|政协|\\p{Script=Han}{0,6}类)*';
// O and l are digits that recognition misread.
const classWord = `${outcomeClass}类`;
const misread = '(?=\\d*[oOlI|])(?=[oOlI|]*\\d)[\\doOlI|]{2,8}(?=号)';
const serial =
  `(?:${misread}|` +
  '[A-Z]{1,3}-?\\d{1,10}(?:-\\d{1,5}){0,3}|\\d{1,10}(?:-\\d{1,5}){0,3}|[一二三四五六七八九十百零〇]{1,7})';
// Some provinces put the delegation's first character before the number: 杭12号.
const regional = '(?![第类年月日至])\\p{Script=Han}\\d{1,4}(?=号)';
const ordinal = '第|编号(?:为|:)?|N[Oo]\\.?:?';
const sign = '[)〕\\]]?号?';
const kindWord = '议事原案|议案|提案|建议(?:、?批评(?:和|及|、)?意见)?';
const numbered = new RegExp(
  `^${who}(?:${kindWord})?(?:${classWord})?(?<ordinal>(?:${ordinal})?)(?:${classWord})?[(〔[]?(?<number>${serial}|${regional})(?<sign>${sign})(?:\\([^()]{0,24}\\)|${classWord})*${who}(?<kind>${kindWord})?`,
  'du',
);
const alone = new RegExp(
  `(?<!令|公告|文|通知)(?<ordinal>${ordinal}|\\((?=\\d)|(?<=政协|人大)(?=\\d[\\d-]*号))[(〔[]?(?<number>${serial})(?:(?<sign>[)〕\\]]?号)|(?<=(?:编号(?:为|:)?|N[Oo]\\.?:?)[A-Z\\d-]+)(?=\\)|的|${kindWord}))(?:\\([^()]{0,24}\\)|${classWord})*${who}(?<kind>${kindWord})?`,
  'du',
);
const list = /(?:号?\(?[、,和及并]第?[A-Z]{0,3}\d{1,6}号)|^第?\d+号?(?:—|至)第?\d+号|^第?\d+号-第?\d+号/u;
const hyphenated = /^(\d+)-(\d+)$/u;

/**
 * Reads the reference to a proposal in a title or an opening sentence.
 *
 * @param text Without spaces, in simplified script, punctuation folded to ASCII.
 */
export function findReference(text: string): ProposalReference {
  const meeting = findMeetings(text)[0];
  const from = meeting ? meeting.index + meeting.length : 0;
  const rest = text.slice(from);
  const match = (meeting && acceptable(numbered.exec(rest))) ?? acceptable(alone.exec(rest));
  const several =
    match !== undefined &&
    (list.test(rest.slice(match.index, match.index + 40)) || isRange(match.groups?.number ?? ''));
  const number = match && groupSpan(match, 'number', from);
  return {
    several,
    ...(meeting ? { meeting } : sessionless(text, number)),
    ...(number && !several && { number }),
    ...(match?.groups?.kind && { kind: kindOf(match.groups.kind) }),
  };
}

/** Whether a number has letters among its digits that recognition misread: O64, l2. */
export function hasMisreadDigits(number: string): boolean {
  return /^[\doOlI|]+$/u.test(number) && /[oOlI|]/u.test(number);
}

/** 提案, 建议 or 议案 for the word a letter uses (议事原案 is a 议案). */
export function kindOf(word: string): NonNullable<Proposal['kind']> {
  return word.includes('提案') ? '提案' : word.startsWith('建议') ? '建议' : '议案';
}

/** 61-65: two numbers of equal length that rise; 4-031 and 2024-031 are one number. */
function isRange(number: string): boolean {
  const [, from = '', to = ''] = hyphenated.exec(number) ?? [];
  return from !== '' && from.length === to.length && Number(from) < Number(to);
}

/** A number counts when 第 or 号 is with it; at most one may be missing. */
function acceptable(match: RegExpExecArray | null): RegExpExecArray | undefined {
  if (!match) return undefined;
  const { ordinal = '', sign = '', number = '' } = match.groups ?? {};
  const arabic = /\d/.test(number);
  // A long number with a year needs neither: 20240061提案.
  const dated = /^(?:19|20)\d{6,8}$/u.test(number) && (match.groups?.kind ?? '') !== '';
  return (arabic && (ordinal !== '' || sign !== '' || dated)) || (!arabic && ordinal !== '' && sign !== '')
    ? match
    : undefined;
}

const beforeNumber = new RegExp(
  `^(.*)(政协|人大)(?:常委会|工委)?(?:委员|代表|\\d{4}年度?|${classWord})*$`,
  'su',
);

/** 市政协第123号提案: an assembly named without a session, right before the number. */
function sessionless(text: string, number: Span | undefined): Pick<ProposalReference, 'assembly' | 'scope'> {
  const before = number ? text.slice(0, number.index).replace(/第$|编号:?$/u, '') : '';
  const match = beforeNumber.exec(before);
  if (!match) return {};
  const scope = placeBefore(match[1] ?? '');
  return { assembly: match[2] === '政协' ? '政协' : '人大', ...(scope && { scope }) };
}
