import { isWide } from './character-class.ts';

/**
 * What to put between two lines of one paragraph: nothing next to Chinese or inside a number, URL or
 * hyphenated word, else a space.
 */
export function joinerBetween(before: string, after: string): '' | ' ' {
  const [last, first] = [before.at(-1) ?? '', after.at(0) ?? ''];
  if (isWide(last) || isWide(first) || last === '-') return '';
  if (/\d/.test(last) && /[\d.,%]/.test(first)) return '';
  return /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]*$/u.test(before) ? '' : ' ';
}
