import { unifiedRadical } from '../radical.ts';
import { replaceAll, type NormalisationRule } from '../rule.ts';

/** Radicals that a PDF gives in place of the characters they look like. */
export const kangxiRadical: NormalisationRule = {
  rule: 'kangxi-radical',
  tier: 1,
  label: '康熙部首改为同形汉字',
  uses: ['prose', 'heading', 'title', 'cell', 'names', 'document-number', 'list', 'plain'],
  find: (text) =>
    replaceAll(text, /[\u2E80-\u2FD5]/gu, unifiedRadical).filter(({ from, after }) => text[from] !== after),
};
