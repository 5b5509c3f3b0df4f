import { replaceAll, type NormalisationRule } from '../rule.ts';

/** A line end with the white space around it, looked for only where white space begins. */
const lineBreak = /(?<!\s)[^\S\n]*\n\s*/gu;

/** A title that was set over several lines becomes one line. */
export const titleJoin: NormalisationRule = {
  rule: 'title-join',
  tier: 1,
  label: '标题的几行合为一行',
  uses: ['title'],
  find: (text) => replaceAll(text, lineBreak, () => ''),
};

/** A paragraph that was wrapped hard at a fixed width becomes one line again. */
export const softWrap: NormalisationRule = {
  rule: 'soft-wrap',
  tier: 1,
  label: '段内硬换行合并',
  uses: ['prose', 'heading', 'names'],
  find: (text) =>
    replaceAll(text, lineBreak, () => '').map((one) => ({
      ...one,
      after: /[\w.,;]/.test(text.charAt(one.from - 1)) && /^[A-Za-z]/.test(text.slice(one.to)) ? ' ' : '',
    })),
};
