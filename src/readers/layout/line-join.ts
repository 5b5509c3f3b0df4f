import { isWide } from './character-class.ts';

/**
 * What stands between two lines of one paragraph: nothing beside Chinese, nothing inside a number, an
 * address or a hyphened word, a space between other words.
 */
export function joinerBetween(before: string, after: string): '' | ' ' {
  const [last, first] = [before.at(-1) ?? '', after.at(0) ?? ''];
  if (isWide(last) || isWide(first) || last === '-') return '';
  if (/\d/.test(last) && /[\d.,%]/.test(first)) return '';
  return /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]*$/u.test(before) ? '' : ' ';
}
