import { replaceAll, type NormalisationRule } from '../rule.ts';

/** [2014]270号 → 〔2014〕270号 (GB/T 9704), for a cited document. */
export const yearBrackets: NormalisationRule = {
  rule: 'year-brackets',
  tier: 3,
  label: '文号的年份宜用六角括号',
  uses: ['prose', 'heading', 'title'],
  find: (value) =>
    replaceAll(
      value,
      /(?<=\p{Script=Han})[[(（【［](?:19|20)\d{2}[\])）】］](?=第?\d{1,5}号)/gu,
      (match) => `〔${match.slice(1, -1)}〕`,
    ),
};
