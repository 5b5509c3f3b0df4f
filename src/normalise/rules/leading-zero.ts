import { replaceAll, type NormalisationRule } from '../rule.ts';

/** 2019年06月05日 → 2019年6月5日 (GB/T 9704: no zero padding). */
export const leadingZero: NormalisationRule = {
  rule: 'leading-zero',
  tier: 3,
  label: '月、日不编虚位',
  uses: ['prose', 'heading', 'title', 'names'],
  find: (value) => replaceAll(value, /(?<=\d{4}年|\d月)0(?=\d[月日])/gu, () => ''),
};
