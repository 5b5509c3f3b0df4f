import { replaceAll, type NormalRule } from './rule.ts';

/** A title that was set over several lines becomes one line. */
export const titleJoin: NormalRule = {
  rule: 'title-join',
  tier: 1,
  label: '标题的几行合为一行',
  uses: ['title'],
  find: (text) => replaceAll(text, /\s*\n\s*/gu, () => ''),
};

/** A paragraph that was wrapped hard at a fixed width becomes one line again. */
export const softWrap: NormalRule = {
  rule: 'soft-wrap',
  tier: 1,
  label: '段内硬换行合并',
  uses: ['prose', 'heading', 'names'],
  find: (text) =>
    replaceAll(text, /[^\S\n]*\n\s*/gu, () => '').map((one) => ({
      ...one,
      after: /[\w.,;]$/.test(text.slice(0, one.from)) && /^[A-Za-z]/.test(text.slice(one.to)) ? ' ' : '',
    })),
};
