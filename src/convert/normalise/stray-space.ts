import { isAgency } from '../../reply/agency.ts';
import type { Replacement } from '../tracked-text.ts';
import { isInside, quotationRanges } from './quotation.ts';
import { replaceAll, type NormalRule } from './rule.ts';

const gap =
  /(?<=[\p{Script=Han}，。、；：？！”》）〕]|(?<=[\p{Script=Han}”》）])[,;:?!)])[ \t\u00A0\u3000](?=[\p{Script=Han}“《（〔，。、；：？！”》）〕,;:?!)])/gu;
/** Titles are set with spaces of any width (答　　复), and hold no names of people. */
const titleGap =
  /(?<=[\p{Script=Han}，。、；：？！”》）〕,;:?!)])\s+(?=[\p{Script=Han}“《（〔，。、；：？！”》）〕,;:?!(])/gu;
const run = /\p{Script=Han}+/gu;

/**
 * A single space between two Han characters of running text, or beside Chinese punctuation. Spaces that
 * can be meant stay: in a padded name (王 刚), between short columns (张三 李四 王五), and inside 《》, where
 * official titles have them, unless the document has strays elsewhere.
 */
export const hanSpace: NormalRule = {
  rule: 'han-space',
  tier: 1,
  label: '删去汉字之间的空格',
  uses: ['prose', 'heading', 'title'],
  find: (text, use, { strays }) =>
    use === 'title'
      ? replaceAll(text, titleGap, () => '').filter(({ from, to }) => !partsAgencies(text, from, to))
      : strayGaps(text).filter(({ from }) => strays || !isInside(quotationRanges(text), from)),
};

/** Several agencies in a title are set apart by spaces (GB/T 9704). */
function partsAgencies(text: string, from: number, to: number): boolean {
  const before = /\S+$/u.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^(?:(?!关于|对)\S)+/u.exec(text.slice(to))?.[0] ?? '';
  return isAgency(before) && isAgency(after);
}

/** Whether running text outside of quotations has a stray space. */
export function hasStrays(text: string): boolean {
  const quotations = quotationRanges(text);
  return strayGaps(text).some(
    ({ from }) =>
      !isInside(quotations, from) &&
      /\p{Script=Han}{2}$/u.test(text.slice(0, from)) &&
      /^\s\p{Script=Han}/u.test(text.slice(from)),
  );
}

function strayGaps(text: string): Replacement[] {
  const runs = [...text.matchAll(run)].map(({ index, 0: match }) => ({
    from: index,
    to: index + match.length,
  }));
  return [...text.matchAll(gap)].flatMap(({ index }) =>
    isMeant(text, runs, index) ? [] : [{ from: index, to: index + 1, after: '' }],
  );
}

/** A name padded to three characters, 王 刚, where what follows shows that it ends. */
const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]';
const paddedName = new RegExp(
  `${surname}\\s(?=\\p{Script=Han}(?:[、，。；：）,;:)]|等|同志|代表|委员|$))`,
  'gu',
);

/** Whether the space at `at` pads a name, separates short columns or parts 第四条 from its text. */
function isMeant(text: string, runs: readonly { from: number; to: number }[], at: number): boolean {
  if (/第[一二三四五六七八九十百零〇\d]+[编章节条款项]$/u.test(text.slice(0, at))) return true;
  if ([...text.matchAll(paddedName)].some(({ index }) => index + 1 === at)) return true;
  const left = runs.findIndex(({ to }) => to === at);
  const right = runs.findIndex(({ from }) => from === at + 1);
  const [before, after] = [runs[left], runs[right]];
  if (!before || !after) return false;
  const size = (one: { from: number; to: number }) => one.to - one.from;
  if (size(before) === 1 && size(after) === 1) return true;
  let [first, last] = [left, right];
  const joined = (a: number, b: number) => {
    const [one, two] = [runs[a], runs[b]];
    return one && two && two.from - one.to === 1 && /\s/u.test(text.charAt(one.to));
  };
  while (joined(first - 1, first)) first -= 1;
  while (joined(last, last + 1)) last += 1;
  const row = runs.slice(first, last + 1);
  const whole = row[0]?.from === 0 && row.at(-1)?.to === text.length;
  return (row.length >= 3 || whole) && row.every((one) => size(one) <= 4);
}
