import { fitsIndexNumber } from '../../reply/index-number.ts';
import { findMeetings, type Meeting } from '../../reply/meeting.ts';
import { foldUnits } from '../text/fold.ts';
import type { Session } from '../../data/lists/session-key.ts';

/** The kinds of numbers that identify a letter. */
export type NumberLabel = '发文字号' | '索引号' | '编号';

/**
 * A key that all spellings of a number share: 吉发改议〔2019〕5号, 吉发改议[2019]第005号 and
 * 吉发改议 （２０１９年） 5 give `吉 发 改 议 2019 5`. Empty for a text without any.
 */
export function numberKey(text: string): string {
  return foldUnits(text)
    .map(({ text: unit }, index, units) => {
      const [before, after] = [units[index - 1]?.text ?? '', units[index + 1]?.text ?? ''];
      if (unit === '第' && /\d/.test(after)) return '';
      if (unit === '号' && /\d/.test(before)) return '';
      if (unit === '年' && /^(?:19|20)\d{2}$/.test(before)) return '';
      return unit.replace(/(?<!\d)0+(?=\d)/g, '');
    })
    .filter((unit) => unit !== '')
    .join(' ');
}

/** A number that a visitor typed. */
export interface TypedNumber {
  key: string;
  /** The kinds of number that it may be. */
  labels: readonly NumberLabel[];
  /** The session named with it. */
  session?: Session;
}

const open = '[〔\\[【(﹝［]';
const close = '[〕\\]】)﹞］]';
const documentNumber = new RegExp(
  `^\\p{Script=Han}{1,18}(?:${open}?(?:19|20)\\d{2}(?:年${close}?|${close})|${open}(?:19|20)\\d{2}|(?:19|20)\\d{2}[-－—])第?[A-Z]?\\d{1,6}号?$`,
  'u',
);
const proposalNumber =
  /^(?:提案|建议|议案|编号:?)?第?(?<number>[A-Z]{0,4}\d{1,6})号?(?:委员|代表)?(?:提案|建议|议案)?$/u;

/**
 * Parses a query that is nothing but a number: 发文字号, 索引号 or the number of a proposal, alone or with its
 * session.
 */
export function parseTypedNumber(text: string): TypedNumber | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const key = numberKey(text);
  if (documentNumber.test(plain)) return { key, labels: ['发文字号'] };
  const [meeting] = findMeetings(plain);
  const rest = meeting?.index === 0 ? plain.slice(meeting.length) : plain;
  const number = proposalNumber.exec(rest)?.groups?.number;
  if (number === undefined) return fitsIndexNumber(plain) ? { key, labels: ['索引号'] } : undefined;
  const typed = { key: numberKey(number), labels: ['编号', '索引号'] } as const;
  if (meeting?.index !== 0) return typed;
  return { ...typed, session: toSession(meeting) };
}

/** The session that a text names. */
export function toSession({ assembly, scope, term, session }: Meeting): Session {
  return {
    term,
    ...(assembly && { assembly }),
    ...(scope && { scope: scope.text }),
    ...(session !== undefined && { session }),
  };
}
