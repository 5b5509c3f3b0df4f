import { expect, test } from 'vitest';
import { convert } from '../convert/convert.ts';
import { unifiedRadical } from './radical.ts';

test.each([
  ['⽯', '石'],
  ['⼾', '户'],
  ['⾭', '青'],
  ['⿈', '黄'],
  ['⻓', '长'],
  ['⿕', '龠'],
  ['石', '石'],
  ['（', '（'],
])('%s is read as %s', (radical, character) => {
  expect(unifiedRadical(radical)).toBe(character);
});

const letter = `⽯榴县教育局对县政协十三届四次会议第2号提案的答复

赵秀委员：

您提出的《关于加强用⼾管理的提案》收悉，现答复如下。本件为虚构样例。

1\t东片区\t111

⽯榴县教育局

2021年5月6日
`;

test('a title that begins with a radical is read whole, and every radical is a logged edit', async () => {
  const { record } = await convert(Buffer.from(letter), 'radicals.txt');
  expect(record.frontmatter.title).toBe('石榴县教育局对县政协十三届四次会议第2号提案的答复');
  expect(record.frontmatter.proposal?.title).toBe('关于加强用户管理的提案');
  expect(record.dropped).toEqual([]);
  expect(record.edits.map(({ before, after }) => before + after)).toEqual(['⽯石', '⼾户', '⽯石']);
});

test('tabs between columns stay', async () => {
  const { record } = await convert(Buffer.from(letter), 'tabs.txt');
  expect(record.body).toContain('1\t东片区\t111');
});
