import { pinyinTail } from '../normalise/folded-text.ts';
import { findNumbers } from './document-numbers.ts';
import { foldForTitles } from './folded-text.ts';

/**
 * A title as it is shown: without its outer marks, without a number within, without the spaces of line breaks, with
 * full-width brackets.
 */
export function cleanName(title: string): string {
  const number = findNumbers(foldForTitles(title)).find(({ number: found }) => found.includes('〔'));
  const cut = number === undefined ? title : title.slice(0, number.at) + title.slice(number.end);
  return cut
    .replace(pinyinTail, '')
    .replace(/[(（][，,、 ]?[)）]/gu, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/[<＜《]/gu, '〈')
    .replace(/[>＞》]/gu, '〉')
    .replace(
      /(?<=[\p{Script=Han}\p{Punctuation}]) +(?!国务院|中共|中央)|(?<! ) +(?=[\p{Script=Han}\p{Punctuation}])(?!国务院|中共|中央)/gu,
      '',
    )
    .trim();
}
