import { expect, test } from 'vitest';
import { summariseDifferences } from './verification-report.ts';

const none = { changed: [], missing: [], extra: [], twins: [] };

test('a folder without differences is reported to be identical', () => {
  expect(summariseDifferences(none, [], 12)).toEqual({
    text: '核对完毕：12 个文件全部一致，没有缺少，也没有多出。',
    problems: [],
  });
});

test('each kind of difference is counted', () => {
  const { text, problems } = summariseDifferences(
    { changed: ['a'], missing: ['b', 'c'], extra: ['d'], twins: ['e'] },
    ['c'],
    12,
  );
  expect(text).toBe(
    '核对完毕，与本站不一致：内容不同 1 个，缺少 1 个，读不出来 1 个，多出 1 个，与另一个文件看似同名 1 个。',
  );
  expect(problems.map(({ paths }) => paths)).toEqual([['a'], ['b'], ['c'], ['d'], ['e']]);
});

test('a wrong folder is reported as such', () => {
  expect(summariseDifferences({ ...none, missing: ['a', 'b'], extra: ['x'] }, [], 3).text).toContain(
    '不是本站的副本',
  );
});
