import { expect, test } from 'vitest';
import { summariseReport } from './verification-report.ts';

const none = { changed: [], missing: [], extra: [], twins: [] };
const report = { total: 12, differences: none, unreadable: [], faults: [] };

test('a copy without differences is reported to be identical', () => {
  expect(summariseReport(report)).toBe('核对完毕：12 个文件全部一致，没有缺少，也没有多出。');
});

test('each kind of difference is counted, and what is wrong with the whole is said', () => {
  const differences = { changed: ['a'], missing: ['b'], extra: ['d'], twins: ['e'] };
  expect(summariseReport({ ...report, differences, unreadable: ['c'], faults: ['没有清单。'] })).toBe(
    '核对完毕，与本站不一致：内容不同 1 个，缺少 1 个，读不出来 1 个，多出 1 个，与另一个文件看似同名 1 个。没有清单。',
  );
});

test('a wrong folder is reported as such', () => {
  const differences = { ...none, missing: ['a', 'b'], extra: ['x'] };
  expect(summariseReport({ ...report, total: 3, differences })).toContain('不是本站的副本');
});

test('a copy of another edition says of which day, and by which list it was checked', () => {
  const other = { day: '2026-03-05', manifest: '0'.repeat(64) };
  expect(summariseReport({ ...report, other })).toBe(
    '这是2026年3月5日那一版的副本，与本页不是同一版，所以按它自带的清单核对。核对完毕：12 个文件全部一致，没有缺少，也没有多出。',
  );
  const differences = { ...none, changed: ['a'] };
  expect(summariseReport({ ...report, other, differences })).toContain('与清单不一致：内容不同 1 个');
});
