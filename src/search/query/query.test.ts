import { describe, expect, test } from 'vitest';
import { parseQuery } from './query.ts';

/** A parsed query in a readable notation. */
function read(text: string): string {
  return parseQuery(text)
    .clauses.map((terms) =>
      terms
        .map((term) => {
          const sign = term.negated ? '-' : '';
          if ('test' in term) return sign + Object.values(term.test).join('=');
          return sign + (term.quoted ? `"${term.text}"` : term.text);
        })
        .join(' / '),
    )
    .join(' & ');
}

describe('a query', () => {
  test.each([
    ['双创 导师', '双创 & 导师'],
    ['"创业 导师" 平台', '"创业 导师" & 平台'],
    ['“创业 导师”', '"创业 导师"'],
    ['加强“双创”平台', '加强“双创”平台'],
    ['双创 -孵化器 －导师', '双创 & -孵化器 & -导师'],
    ['甲 OR 乙 丙 或 丁 或 戊', '甲 / 乙 & 丙 / 丁 / 戊'],
    ['甲 OR -乙', '甲 / -乙'],
    ['文号:吉发改议〔2019〕5号', 'document=吉发改议〔2019〕5号'],
    ['机关：教育局 -机关:财政局', 'issuer=教育局 & -issuer=财政局'],
    ['机关:"发展 改革" 托育', 'issuer=发展 改革 & 托育'],
    ['委员： 魏兰', 'recipient=魏兰'],
    ['委员:魏兰 OR 代表:王明', 'recipient=魏兰 / recipient=王明'],
    ['年:2015..2019', 'year=2015=2019'],
    ['年：2019', 'year=2019=2019'],
    ['年:２０１９年', 'year=2019=2019'],
    ['年:2015-', 'year=2015=9999'],
    ['年:..2019', 'year=0=2019'],
    ['年份:2015至2019年', 'year=2015=2019'],
    ['年:2019..2019', 'year=2019=2019'],
    ['届:12', 'term=12'],
    ['届:12-2', 'term=12=2'],
    ['届:十二届二次', 'term=12=2'],
    ['届:第十二届第二次会议', 'term=12=2'],
    ['地区:青岚 -地区:“松陵市”', 'place=青岚 & -place=松陵市'],
    ['结果:A', 'outcome=A'],
    ['办理结果：ａ1类', 'outcome=A1'],
    ['结果:甲 OR 结果:乙类', 'outcome=甲 / outcome=乙'],
    ['类别:提案 办理类型:会办 会议:政协', 'kind=提案 & role=会办 & assembly=政协'],
    ['委员会：', '委员会：'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(parseQuery(text).problems).toEqual([]);
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['年:二 平台', '平台', /年：二.*请写作/],
    ['年:2019..2015', 'year=2015=2019', /颠倒/],
    ['届:好 平台', '平台', /届：好.*请写作/],
    ['结果:好 平台', '平台', /结果：好.*请写作/],
    ['类别:答复', '', /类别：答复.*请写作/],
    ['机关:', '', /机关：.*没有内容/],
    ['平台 机关： ', '平台', /机关：.*没有内容/],
    ['机关:"  "', '', /机关：.*没有内容/],
    ['文号:〔〕', '', /没有可检索的文字/],
    ['，', '', /“，”中没有可检索的文字/],
    ['OR 甲', '甲', /OR.*两边/],
    ['甲 OR', '甲', /OR.*两边/],
    ['甲 OR OR 乙', '甲 / 乙', /OR.*两边/],
    ['"创业 导师', '"创业 & 导师', /引号没有成对/],
    ['“创业 导师', '“创业 & 导师', /引号没有成对/],
    ['(甲 OR 乙) 丙', '(甲 / 乙) & 丙', /括号/],
  ])('of %s the fault is reported, and the rest is searched', (text, expected, problem) => {
    expect(parseQuery(text).problems.join(' ')).toMatch(problem);
    expect(read(text)).toBe(expected);
  });
});
