import { replaceAll, type NormalisationRule } from '../rule.ts';

/** A zero of a Chinese year written as O, 0, ○ or 零. */
export const yearZero: NormalisationRule = {
  rule: 'year-zero',
  tier: 3,
  label: '年份中的零宜写作〇',
  uses: ['prose', 'heading', 'title', 'names'],
  find: (value) =>
    replaceAll(
      value,
      /(?<=[一二][\d〇零○OΟo一二三四五六七八九]{0,2})[0零○OΟo](?=[\d〇零○OΟo一二三四五六七八九]{0,2}年)/gu,
      () => '〇',
    ),
};
