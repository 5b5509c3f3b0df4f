import { hasMisreadDigits } from './proposal-reference.ts';
import { groupSpan, type Span } from './span.ts';

const number = /^第?(?<number>[A-Z]{0,3}-?\d{1,10}(?:-\d{1,5}){0,3})号?$/du;

/**
 * The number of a proposal as a form gives it after its label: 0217, 第188号, DH0271, 2024-031. One with
 * digits that recognition misread (O64) is none.
 *
 * @param text The whole value, without spaces, punctuation folded to ASCII.
 */
export function readFormNumber(text: string): Span | undefined {
  const match = number.exec(text);
  const span = match ? groupSpan(match, 'number') : undefined;
  return span && !hasMisreadDigits(span.text) ? span : undefined;
}

/**
 * Whether the whole of `text` can be the title of a proposal (案由): 关于…, or …的建议.
 *
 * @param text As for {@link readFormNumber}.
 */
export function isProposalTitle(text: string): boolean {
  return (
    /^.{5,120}$/u.test(text) &&
    /^[《“"]?关于|(?:提案|建议|议案)[》”"]?$/u.test(text) &&
    !/[。;:]|答复|复函|回复/u.test(text)
  );
}

/**
 * Whether two numbers can be one, the shorter leaving out zeros or a code before it: 0271 and DH0271.
 */
export function isSameNumber(a: string, b: string): boolean {
  const [one, other] = [a, b].map((value) => value.replace(/^0+(?=\d)/u, ''));
  if (one === undefined || other === undefined) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long === short || new RegExp(`(?:\\D|\\D0+)${short}$`, 'u').test(long);
}
