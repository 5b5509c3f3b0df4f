import { replaceAll, type NormalisationRule } from '../rule.ts';

/** Fewest pairs of Han characters with a space between them for the spaces to mean nothing. */
const fewest = 20;

/**
 * Whether a text has a space after every character (关 于 对 省 政 协), as some recognition writes it:
 * almost no two of its Han characters touch.
 */
export function isSpacedOut(text: string): boolean {
  const apart = text.match(/\p{Script=Han}(?= \p{Script=Han})/gu)?.length ?? 0;
  const together = text.match(/\p{Script=Han}(?=\p{Script=Han})/gu)?.length ?? 0;
  return apart >= fewest && apart >= together * 9;
}

/** The single spaces of a text with a space after every character; those between two Latin letters stay. */
export const spacedOut: NormalisationRule = {
  rule: 'spaced-out',
  tier: 1,
  label: '删去逐字插入的空格',
  uses: [
    'prose',
    'heading',
    'title',
    'names',
    'cell',
    'plain',
    'list',
    'document-number',
    'identifier',
    'date',
  ],
  find: (text, _, traits) =>
    traits.spacedOut ? replaceAll(text, /(?<=\S) (?=\S)(?!(?<=[A-Za-z] )[A-Za-z])/gu, () => '') : [],
};
