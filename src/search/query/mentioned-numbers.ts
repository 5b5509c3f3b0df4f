import { fitsIndexNumber } from '../../reply/index-number.ts';
import { findMeetings, isPlace, placeBefore } from '../../reply/meeting.ts';
import { numberKey, toSession, type TypedNumber } from './number-key.ts';
import type { Session } from '../../data/lists/session-key.ts';

/** A number that occurs in a text: what it may be, the likeliest first. */
export type MentionedNumber = TypedNumber[];

/** Of a longer text, only the beginning is read. */
const maxLength = 500;
/** Numbers that are looked up. */
const maxNumbers = 5;

const open = '[〔\\[【(﹝［]';
const close = '[〕\\]】)﹞］]';
/** 吉发改议〔2019〕5号, with what stands before it. */
const documentNumber = new RegExp(
  `(?<before>\\p{Script=Han}{2,18})(?<rest>${open}(?:19|20)\\d{2}年?${close}?第?[A-Z]?\\d{1,6}号?)`,
  'gu',
);
/** Characters of an agency's code before the year: 吉发改议, 京教函, 中国民航发改复. */
const codeLength = { min: 2, max: 8 };
/** 第283号, 283号提案, 第283提案, 提案283; not 提案283件, 5号线, 6月5号. */
const proposalNumber =
  /(?<![\dA-Z月])(?<marked>[A-Z]{0,4}\d{1,6})号(?![楼线院门桥路])|第(?<named>[A-Z]{0,4}\d{1,6})(?=提案|建议|议案)|(?<=提案|建议|议案|编号|编号:)(?<bare>[A-Z]{0,4}\d{1,6})(?![\dA-Z件个条份项年月日])/gu;

/**
 * Finds the document, index and proposal numbers that occur in a text, in their order: in a message, or with too little
 * beside them for `parseTypedNumber`, as in 省政协283号.
 */
export function findMentionedNumbers(text: string): MentionedNumber[] {
  const plain = text.slice(0, maxLength).normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const documents = [...plain.matchAll(documentNumber)];
  // What is a part of a document number is no number of its own.
  const rest = documents.reduce((left, { 0: whole }) => left.replace(whole, '，'), plain);
  const indexes = rest
    .split(/[^0-9A-Z/\-_.]+/)
    .filter((run) => fitsIndexNumber(run) && !/^[A-Z]{0,4}\d{1,6}$/.test(run));
  return [
    ...documents.map(({ groups = {} }) => documentReadings(groups.before ?? '', groups.rest ?? '')),
    ...indexes.map((index): MentionedNumber => [{ key: numberKey(index), labels: ['索引号'] }]),
    ...proposalNumbers(rest),
  ].slice(0, maxNumbers);
}

/** A code is not delimited from the words before it: every end of what stands there may be it, the longest first. */
function documentReadings(before: string, rest: string): MentionedNumber {
  const lengths = Array.from({ length: codeLength.max - codeLength.min + 1 }, (_, at) => codeLength.max - at);
  return lengths
    .filter((length) => length <= before.length)
    .map((length) => ({ key: numberKey(before.slice(-length) + rest), labels: ['发文字号'] }));
}

function proposalNumbers(plain: string): MentionedNumber[] {
  const meetings = findMeetings(plain);
  return Array.from(plain.matchAll(proposalNumber), ({ groups = {}, index }): MentionedNumber => {
    const number = groups.marked ?? groups.named ?? groups.bare ?? '';
    const before = plain.slice(0, index).replace(/第$/, '');
    const meeting = meetings.find(({ index: at, length }) => {
      return at < index && /^(?:委员|代表|第|提案|建议|议案)*$/.test(plain.slice(at + length, index));
    });
    const session = meeting ? toSession(meeting) : sessionBefore(before);
    const typed = { key: numberKey(number), labels: ['编号', '索引号'] } as const;
    return session ? placesIn(session).map((one) => ({ ...typed, session: one })) : [typed];
  });
}

/** A place is not delimited from the words before it: 省 in 请查省. */
function placesIn(session: Session): Session[] {
  const { scope } = session;
  if (scope === undefined) return [session];
  const ends = Array.from(scope, (_, at) => scope.slice(at)).filter((end) => isPlace(end));
  return ends.map((end) => ({ ...session, scope: end }));
}

/** An assembly without its term: 省政协 in 省政协283号. */
function sessionBefore(before: string): Session | undefined {
  const [named, name] = /(政协|人大)(?:常委会)?(?:委员|代表)*$/.exec(before) ?? [];
  if (named === undefined) return undefined;
  const place = placeBefore(before.slice(0, before.length - named.length))?.text;
  return { assembly: name === '政协' ? '政协' : '人大', ...(place === undefined ? {} : { scope: place }) };
}
