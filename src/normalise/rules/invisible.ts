import { hiddenCharacters } from '../../reply/hidden-character.ts';
import type { Replacement } from '../text-edits.ts';
import { replaceAll, type NormalisationRule, type Use } from '../rule.ts';

export const everywhere: Use[] = [
  'prose',
  'heading',
  'title',
  'cell',
  'names',
  'identifier',
  'document-number',
  'date',
  'list',
  'plain',
];

/** Invisible characters that no published letter may contain: zero-width, direction marks and the like. */
export const zeroWidth: NormalisationRule = {
  rule: 'zero-width',
  tier: 1,
  label: '删去零宽字符',
  uses: everywhere,
  find: (text) =>
    removals(text).filter(({ from, to }) => !/[\p{Cc}\u2028\u2029]/u.test(text.slice(from, to))),
};

/** Control characters other than tab and line feed. */
export const controlCharacter: NormalisationRule = {
  rule: 'control-character',
  tier: 1,
  label: '删去控制字符',
  uses: everywhere,
  find: (text) => replaceAll(text, /[\0-\x08\x0B-\x1F\x7F-\x9F]+/gu, () => ''),
};

/** The line and paragraph separators of Unicode; in a cell the first parts its lines until the table is written. */
export const unicodeLineEnd: NormalisationRule = {
  rule: 'unicode-line-end',
  tier: 1,
  label: '特殊换行符改为空格',
  uses: everywhere,
  find: (text, use) => replaceAll(text, use === 'cell' ? /\u2029/gu : /[\u2028\u2029]/gu, () => ' '),
};

/** A removal for every run of hidden characters of one kind. */
function removals(text: string): Replacement[] {
  const runs: Replacement[] = [];
  for (const { index: from, character } of hiddenCharacters(text)) {
    const last = runs.at(-1);
    const to = from + character.length;
    if (last?.to === from) last.to = to;
    else runs.push({ from, to, after: '' });
  }
  return runs;
}
