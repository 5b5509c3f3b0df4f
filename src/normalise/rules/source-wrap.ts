import { everywhere } from './invisible.ts';
import { replaceAll, type NormalisationRule } from '../rule.ts';
import { rowsOf } from './stray-space.ts';

/**
 * A line break in the source of a web page between two Han characters: none in running text and titles, a
 * space where it may part names or columns.
 */
export const sourceWrap: NormalisationRule = {
  rule: 'source-wrap',
  tier: 1,
  label: '合并网页源码中的换行',
  uses: everywhere,
  find: (text, use) => {
    if (!text.includes('\v')) return [];
    const apart = use === 'names' || use === 'cell';
    const rows = rowsOf(text.replaceAll('\v', ' '));
    return replaceAll(text, /\v/gu, () => '').map((one) => ({
      ...one,
      after: apart || rows.has(one.from) ? ' ' : '',
    }));
  },
};
