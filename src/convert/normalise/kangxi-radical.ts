import { replaceAll, type NormalRule } from './rule.ts';

// The supplement's radicals have no compatibility mapping of their own; these are the ones that fonts
// of Chromium's PDFs use for whole characters.
const supplement = new Map(
  Object.entries({
    '⺟': '母',
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
  }),
);

/** Radicals (U+2E80–2FDF) that a PDF gives in place of the characters they look like. Never NFKC on the rest. */
export const kangxiRadical: NormalRule = {
  rule: 'kangxi-radical',
  tier: 1,
  label: '康熙部首改为同形汉字',
  uses: ['prose', 'heading', 'title', 'names', 'document-number', 'list', 'plain'],
  find: (text) =>
    replaceAll(
      text,
      /[\u2E80-\u2FD5]/gu,
      (radical) => supplement.get(radical) ?? radical.normalize('NFKC'),
    ).filter(({ from, after }) => text[from] !== after),
};
