/** Words that say how a proposal asks, not what for, and function words. */
const formal = [
  ...[
    '关于',
    '进一步',
    '高质量',
    '加大力度',
    '加强',
    '加快',
    '加大',
    '推进',
    '推动',
    '促进',
    '完善',
    '提高',
    '提升',
  ],
  ...[
    '健全',
    '强化',
    '优化',
    '深化',
    '规范',
    '支持',
    '鼓励',
    '大力',
    '切实',
    '积极',
    '重视',
    '尽快',
    '落实',
    '做好',
  ],
  ...[
    '解决',
    '开展',
    '纳入',
    '有效',
    '全面',
    '统筹',
    '我省',
    '我市',
    '我州',
    '我区',
    '我县',
    '我国',
    '全省',
    '全市',
  ],
  ...[
    '全州',
    '全区',
    '全县',
    '全国',
    '建议',
    '提案',
    '议案',
    '意见',
    '问题',
    '工作',
    '力度',
    '方面',
    '相关',
    '有关',
  ],
];
const separators = new RegExp(
  `${formal.join('|')}|[的和与及等在将对把并之于]|[^\\p{Letter}\\p{Number}]+`,
  'u',
);
const marks = /["'“”‘’《》〈〉「」『』]/gu;

/**
 * Extracts the pairs of adjacent characters of a proposal's title: sorted and unique, without words of form
 * (关于, 加强, 建议) and punctuation, with width and case folded.
 */
export function extractTitleBigrams(title: string): string[] {
  const parts = title.normalize('NFKC').toLowerCase().replace(marks, '').split(separators);
  const found = parts.flatMap((part) => {
    const characters = Array.from(part);
    return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  });
  return [...new Set(found)].sort();
}
