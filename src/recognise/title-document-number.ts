import { findDocumentNumber, type DocumentNumber } from '../reply/document-number.ts';
import { outcomeClass } from '../reply/outcome.ts';
import { groupSpan, type Span } from '../reply/span.ts';

/** The length of a document number that runs straight into the title: 云办〔2024〕2号关于对…; 0 without one. */
export function leadingNumberLength(text: string): number {
  const number = findDocumentNumber(text);
  return number?.index === 0 && beginsTitle(text.slice(number.length)) ? number.length : 0;
}

/** Whether the text after a document number begins the title. */
export function beginsTitle(behind: string): boolean {
  return /^(?:关于|对)/u.test(behind);
}

/** Whether a number leads its line: that of 平交复函〔2017〕19号B类 does, that of …提案的答复(2019)12号 does not. */
export function isLeadingNumber({ index, code }: DocumentNumber, behind: string): boolean {
  if (index !== 0) return false;
  return (
    beginsTitle(behind) || (behind.length <= 20 && !/的|关于/u.test(code) && !/答复|复函|回复/u.test(behind))
  );
}

/** The words that end a title, which a document number behind it follows; a note in brackets may come between. */
const endOfTitle = String.raw`(?:答复|复函|回复|函复|回函|答复函|回复函|意见|报告|的函)(?:\([^()]{1,40}\))?`;
const behindTitle = new RegExp(
  String.raw`(?<=${endOfTitle})(?<open>[〔\[【]?)(?<number>\p{Script=Han}{2,18}[〔\[【(](?:19|20)\d{2}年?[〕\]】)]第?\d{1,6}号)[〕\]】]?(?:\(?(?<class>${outcomeClass})类?\)?)?$`,
  'du',
);

/**
 * Finds the document number that stands on the line of a title, behind it: …的答复 云办〔2024〕2号, …的答复[云办〔2024〕2号]. One
 * in round brackets is part of the title.
 *
 * @param text Without spaces.
 * @returns The number, a class of outcome behind it, and the length of the text before it and its bracket.
 */
export function numberBehindTitle(
  text: string,
): { number: Span; outcome: Span | undefined; before: number } | undefined {
  const match = text.length > longestLine ? null : behindTitle.exec(text);
  const number = match && groupSpan(match, 'number');
  return number ? { number, outcome: groupSpan(match, 'class'), before: match.index } : undefined;
}

/** No line with a title is longer, in characters. */
const longestLine = 200;
