import type { NormalRule, Use } from './rule.ts';
import { replaceAll } from './rule.ts';

const text: Use[] = ['prose', 'heading', 'title'];

/** [2014]270号 → 〔2014〕270号 (GB/T 9704), for a cited document. */
export const yearBrackets: NormalRule = {
  rule: 'year-brackets',
  tier: 3,
  label: '文号的年份宜用六角括号',
  uses: text,
  find: (value) =>
    replaceAll(
      value,
      /(?<=\p{Script=Han})[[(（【［](?:19|20)\d{2}[\])）】］](?=第?\d{1,5}号)/gu,
      (match) => `〔${match.slice(1, -1)}〕`,
    ),
};

/** 众创空间一孵化器—加速器: a 一 that stands where its neighbours have a dash. */
export const dash: NormalRule = {
  rule: 'dash',
  tier: 3,
  label: '“一”疑为破折号或连接号',
  uses: text,
  find: (value) =>
    replaceAll(
      value,
      /(?<=\p{Script=Han}{2})一(?=\p{Script=Han}{2,12}[—–－―─])|(?<=[—–－―─]\p{Script=Han}{2,12})一(?=\p{Script=Han}{2})/gu,
      () => '—',
    ),
};

/** A zero of a Chinese year written as O, 0, ○ or 零. */
export const yearZero: NormalRule = {
  rule: 'year-zero',
  tier: 3,
  label: '年份中的零宜写作〇',
  uses: [...text, 'names'],
  find: (value) =>
    replaceAll(
      value,
      /(?<=[一二][\d〇零○OΟo一二三四五六七八九]{0,2})[0零○OΟo](?=[\d〇零○OΟo一二三四五六七八九]{0,2}年)/gu,
      () => '〇',
    ),
};

/** 2019年06月05日 → 2019年6月5日 (GB/T 9704: no zero padding). */
export const leadingZero: NormalRule = {
  rule: 'leading-zero',
  tier: 3,
  label: '月、日不编虚位',
  uses: [...text, 'names'],
  find: (value) => replaceAll(value, /(?<=\d{4}年|\d月)0(?=\d[月日])/gu, () => ''),
};

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
export const lookalike: NormalRule = {
  rule: 'lookalike',
  tier: 3,
  label: '形近字疑误',
  uses: text,
  find: (value) =>
    confused
      .flatMap(([wrong, right]) => replaceAll(value, new RegExp(wrong, 'gu'), () => right))
      .sort((a, b) => a.from - b.from),
};

/** A word that stands twice in a row: of three or four characters, or one that no two words make up together. */
export const doubledWord: NormalRule = {
  rule: 'doubled-word',
  tier: 3,
  label: '词语疑重复',
  uses: text,
  find: (value) =>
    [...value.matchAll(/(\p{Script=Han}{3,4}|关于|对于|进行|实施|根据|按照|以及|并且|我们|工作)\1/gu)].map(
      ({ index, 0: match, 1: after = '' }) => ({ from: index, to: index + match.length, after }),
    ),
};
