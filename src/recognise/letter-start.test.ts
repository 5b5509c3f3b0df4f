import { describe, expect, test } from 'vitest';
import { findLetterStart, letterStartBelowTitle } from './letter-start.ts';
import { linesOf } from './lines.ts';

const opening = '您提出的《关于疏浚青石河的提案》收悉，现答复如下：';

/** The first line of the letter, its salutation and its opening, as texts. */
function startOf(...texts: string[]): (string | undefined)[] | undefined {
  const lines = linesOf(texts.join('\n\n'));
  const start = findLetterStart(lines);
  return start && [start.line, start.salutation?.last, start.opening].map((line) => texts[line ?? -1]);
}

describe('a salutation', () => {
  const salutation = '林若水委员：';

  test.each([0, 1, 2])('may have %i lines between itself and the opening', (count) => {
    const between = Array.from({ length: count }, () => '办理单位');
    expect(startOf('标题', salutation, ...between, opening)).toEqual([salutation, salutation, opening]);
  });

  test('further above the opening is followed by the letter, and not by that opening', () => {
    const prose = '青石河的疏浚工程已列入今年的计划。';
    expect(startOf(salutation, prose, '其一', '其二', opening)).toEqual([salutation, salutation, prose]);
  });

  test('without an opening counts only above running text', () => {
    const prose = '青石河的疏浚已列入今年的计划。';
    expect(prose).toHaveLength(15);
    expect(startOf(salutation, prose)).toEqual([salutation, salutation, prose]);
    expect(startOf(salutation, prose.slice(1))).toBeUndefined();
  });

  test.each([0, 1, 2])('of unusual form is known %i lines above the opening', (count) => {
    const unusual = '买买提江吐尔逊代表：';
    const between = Array.from({ length: count }, () => '办理单位');
    expect(startOf('标题', unusual, ...between, opening)?.[0]).toBe(unusual);
  });

  test('of unusual form further above is not one', () => {
    const unusual = '买买提江吐尔逊代表：';
    expect(startOf(unusual, '甲', '乙', '丙', opening)?.[0]).toBe(opening);
  });
});

test('an opening counts without a salutation', () => {
  expect(startOf('标题', opening)).toEqual([opening, undefined, opening]);
});

test('a letter with only a title begins with the running text below it', () => {
  const title = '关于县政协八届三次会议第64号提案的答复';
  const prose = '青石河的疏浚工程（虚构）已经列入今年的计划，年底前完工。';
  const decoded = [title, '发布时间', prose].join('\n');
  expect(letterStartBelowTitle(decoded, linesOf(decoded))?.line).toBe(2);
  expect(letterStartBelowTitle('标题', linesOf('标题'))).toBeUndefined();
});

test('a letter that names its members in the third person begins with them', () => {
  const cited = '林若水、何知远等代表提出的17号代表建议：青石河淤积已久，要求疏浚。';
  const answer = '现答复如下：青石河的疏浚工程（虚构）已经列入今年的计划。';
  expect(startOf('标题', cited, answer)).toEqual([cited, undefined, cited]);
  expect(startOf('标题', cited, '青石河的疏浚工程（虚构）已经列入今年的计划。')).toBeUndefined();
});

test('a form that shows the proposal and its answer begins with the answer', () => {
  const proposal = '青石河淤积已久，两岸常受水淹，建议疏浚河道，加固堤防。';
  const answer = '青石河的疏浚工程（虚构）已经列入今年的计划，年底前完工。';
  const form = ['关于疏浚青石河的提案的答复', '答复内容', '提案内容', proposal, '答复情况', answer].join(
    '\n',
  );
  expect(letterStartBelowTitle(form, linesOf(form))?.line).toBe(5);
  const without = form.replace('答复情况\n', '');
  expect(letterStartBelowTitle(without, linesOf(without))).toBeUndefined();
});

test('a letter to an agency may say only at its end what it answers', () => {
  const answer = '青石河沿岸的公墓（虚构）正在验收，预计年底启用。';
  const closing = '以上是我局对政协第二届委员会第五次会议012号建议的解答。';
  expect(startOf('市政府：', answer, closing)).toEqual(['市政府：', '市政府：', closing]);
  expect(startOf('市政府：', answer)).toBeUndefined();
});
