import { isAgency } from '../../reply/agency.ts';
import type { Replacement } from '../text-edits.ts';
import { insideOf, quotationRanges } from './quotation.ts';
import { replaceAll, type NormalisationRule } from '../rule.ts';

const gap =
  /(?<=[\p{Script=Han}，。、；：？！”》）〕]|(?<=[\p{Script=Han}”》）])[,;:?!)])[ \t\u00A0\u3000](?=[\p{Script=Han}“《（〔，。、；：？！”》）〕,;:?!)])/gu;
/** Titles are set with spaces of any width (答　　复) and contain no names of people. */
const titleGap =
  /(?<=[\p{Script=Han}，。、；：？！”》）〕,;:?!)])\s+(?=[\p{Script=Han}“《（〔，。、；：？！”》）〕,;:?!(])/gu;
const run = /\p{Script=Han}+/gu;

/**
 * A single space between two Han characters of running text, or beside Chinese punctuation. Spaces that
 * can be meant stay: in a padded name (王 刚), between short columns (张三 李四 王五), and inside 《》, where
 * official titles have them, unless the document has strays elsewhere.
 */
export const hanSpace: NormalisationRule = {
  rule: 'han-space',
  tier: 1,
  label: '删去汉字之间的空格',
  uses: ['prose', 'heading', 'title'],
  find: (text, use, { strays }) => {
    if (use === 'title')
      return replaceAll(text, titleGap, () => '').filter(({ from, to }) => !partsAgencies(text, from, to));
    const isQuoted = insideOf(strays ? [] : quotationRanges(text));
    return strayGaps(text).filter(({ from }) => !isQuoted(from));
  },
};

/** Spaces separate several agencies in a title (GB/T 9704). */
function partsAgencies(text: string, from: number, to: number): boolean {
  let start = from;
  while (/\S/u.test(text.charAt(start - 1))) start -= 1;
  const before = text.slice(start, from);
  const after = /^(?:(?!关于|对)\S)+/u.exec(text.slice(to))?.[0] ?? '';
  return isAgency(before) && isAgency(after);
}

/** Whether running text outside of quotations has a stray space. */
export function hasStrays(text: string): boolean {
  const isQuoted = insideOf(quotationRanges(text));
  return strayGaps(text).some(
    ({ from }) =>
      !isQuoted(from) &&
      // Two characters, each of two code units at most.
      /\p{Script=Han}{2}$/u.test(text.slice(Math.max(0, from - 4), from)) &&
      /^\s\p{Script=Han}/u.test(text.slice(from)),
  );
}

function strayGaps(text: string): Replacement[] {
  const padded = new Set([...text.matchAll(paddedName)].map(({ index }) => index + 1));
  const rows = rowsOf(text);
  const gaps = [...text.matchAll(gap)].map(({ index }) => index);
  const [only] = gaps;
  if (gaps.length === 1 && only !== undefined && partsTitle(text, only)) return [];
  return gaps.flatMap((index) =>
    padded.has(index) || rows.has(index) || articleEnd.test(text.slice(Math.max(0, index - 12), index))
      ? []
      : [{ from: index, to: index + 1, after: '' }],
  );
}

/** The one space of a paragraph between the two long halves of a cited title: 关于…建设 方便…的提案. */
function partsTitle(text: string, index: number): boolean {
  return (
    /关于[^，。；：,;:\s]{6,60}$/u.test(text.slice(0, index)) &&
    /^\s[^，。；：,;:\s]{6,60}?的?(?:提案|建议|议案)/u.test(text.slice(index))
  );
}

const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]';
/** A name padded to three characters, 王 刚, where what follows shows that it ends. */
const paddedName = new RegExp(
  `${surname}\\s(?=\\p{Script=Han}(?:[、，。；：）,;:)]|等|同志|代表|委员|$))`,
  'gu',
);
/** A space separates 第四条 from its text. */
const articleEnd = /第[一二三四五六七八九十百零〇\d]+[编章节条款项]$/u;

/** The spaces between short columns, by their offsets: two single characters, or a row of words of at most four. */
export function rowsOf(text: string): Set<number> {
  const spaces = new Set<number>();
  for (const { index, 0: row } of text.matchAll(
    /(?<!\p{Script=Han})\p{Script=Han}+(?:[ \t\u00A0\u3000]\p{Script=Han}+)+/gu,
  )) {
    const words = [...row.matchAll(run)];
    const short = words.every(({ 0: word }) => word.length <= 4);
    const columns = short && (words.length >= 3 || row.length === text.length);
    words.forEach(({ index: at, 0: word }, order) => {
      const next = words[order + 1]?.[0];
      if (next !== undefined && (columns || (word.length === 1 && next.length === 1)))
        spaces.add(index + at + word.length);
    });
  }
  return spaces;
}
