import type { Replacement } from '../text-edits.ts';
import type { NormalisationRule } from '../rule.ts';

const gap =
  /(?<=[\p{Script=Han}，。、；：（《“〔〕）\-])[ \t\u00A0\u3000]+(?=\d)|(?<=[\d%‰])[ \t\u00A0\u3000]+(?=[\p{Script=Han}，。、；：）》”〕])/gu;

/** Spaces between Han characters and digits, and inside dates: 第 283 号, 2019年 6月 10日. */
export const digitSpace: NormalisationRule = {
  rule: 'digit-space',
  tier: 1,
  label: '删去汉字与数字之间的空格',
  uses: ['prose', 'heading', 'title'],
  find: (text) => (isRow(text) ? [] : [...text.matchAll(gap)].flatMap((match) => replacement(text, match))),
};

/** Numbers side by side, or parts separated by tabs, are a row of a table. */
function isRow(text: string): boolean {
  if (/\S\t+\S/u.test(text)) return true;
  return /\d[ \t\u3000]+\d+(?:\.\d+)?(?:[ \t\u3000]|$)/u.test(text) && !/[。；]/u.test(text);
}

function replacement(text: string, { index, 0: match }: RegExpExecArray): Replacement[] {
  // `1 加强领导`: the space after a list number replaces its full stop.
  if (/^\d{1,2}$/.test(text.slice(0, index))) return [];
  if (text.charAt(index - 1) === '-' && !/\d-$/.test(text.slice(0, index))) return [];
  return [{ from: index, to: index + match.length, after: '' }];
}
