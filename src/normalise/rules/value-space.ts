import { replaceAll, type NormalisationRule } from '../rule.ts';

/** Spaces inside an index number or a document number, which has none. */
export const identifierSpace: NormalisationRule = {
  rule: 'identifier-space',
  tier: 1,
  label: '删去编号中的空格',
  uses: ['identifier', 'document-number'],
  find: (text) => replaceAll(text, /\s+/gu, () => ''),
};

/**
 * Separators between the values of one field, each of which becomes an entry of its own. A 、 stays: it occurs
 * inside official categories (农业、林业、水利).
 */
export const listSeparator: NormalisationRule = {
  rule: 'list-separator',
  tier: 1,
  label: '分隔符改为分条',
  uses: ['list'],
  find: (text) => replaceAll(text, /(?:(?<!\s)\s+)?[;；,，|]\s*/gu, () => '\n'),
};
