import { replaceAll, type NormalisationRule } from '../rule.ts';

const confused = [
  ['己经', '已经'],
  ['巳经', '已经'],
  ['自已', '自己'],
  ['自巳', '自己'],
  ['末来', '未来'],
  ['末能', '未能'],
  ['末达到', '未达到'],
  ['期未', '期末'],
  ['投人', '投入'],
  ['收人', '收入'],
  ['深人', '深入'],
  ['人驻', '入驻'],
  ['纳人', '纳入'],
  ['列人', '列入'],
] as const;

/** Characters that recognition confuses (己已巳, 未末, 人入) in words where only one of them is right. */
export const lookalike: NormalisationRule = {
  rule: 'lookalike',
  tier: 3,
  label: '形近字疑误',
  uses: ['prose', 'heading', 'title'],
  find: (value) =>
    confused
      .flatMap(([wrong, right]) => replaceAll(value, new RegExp(wrong, 'gu'), () => right))
      .sort((a, b) => a.from - b.from),
};
