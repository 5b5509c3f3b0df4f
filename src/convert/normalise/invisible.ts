import { replaceAll, type NormalRule, type Use } from './rule.ts';

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

/** Zero-width characters, soft hyphens and marks of writing direction. */
export const zeroWidth: NormalRule = {
  rule: 'zero-width',
  tier: 1,
  label: '删去零宽字符',
  uses: everywhere,
  find: (text) => replaceAll(text, /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, () => ''),
};

/** Control characters other than tab and line feed. */
export const controlCharacter: NormalRule = {
  rule: 'control-character',
  tier: 1,
  label: '删去控制字符',
  uses: everywhere,
  find: (text) => replaceAll(text, /[\0-\x08\x0B-\x1F\x7F-\x9F]+/gu, () => ''),
};
