import { describe, expect, test } from 'vitest';
import { findDueDate } from './due-dates.ts';
import { splitClauses } from './sentences.ts';

/** The due date of an invented sentence that is of the future as a whole. */
function due(sentence: string, letterDay: string | undefined = '2024-05-20') {
  const clauses = splitClauses(sentence);
  return findDueDate(clauses, clauses, letterDay);
}

describe('certain dates', () => {
  test.each([
    ['2025年6月30日前完工', '2025-06-30', '2025年6月30日前'],
    ['2025年6月底完工', '2025-06', '2025年6月底'],
    ['将于2026年开工', '2026', '2026年'],
    ['力争年底前完工', '2024', '年底前'],
    ['今年内完成改造', '2024', '今年内'],
    ['明年6月通车', '2025-06', '明年6月'],
    ['预计10月底完工', '2024-10', '10月底'],
    ['拟于12月31日前建成', '2024-12-31', '12月31日前'],
    ['今年第三季度启动', '2024-09', '今年第三季度'],
    ['到2027年底建成', '2027', '2027年底'],
    ['预计2025年底到位投入使用', '2025', '2025年底'],
    ['对沿线养殖场今年计划清迁6家', '2024', '今年'],
  ])('%s', (sentence, value, text) => {
    expect(due(sentence)).toEqual({ value, text });
  });

  test('of two the later', () => {
    expect(due('计划2025年开工，2026年9月完工')).toMatchObject({ value: '2026-09' });
    expect(due('计划2025年6月开工，2025年完工')).toMatchObject({ value: '2025' });
  });

  test('none where the last one is uncertain', () => {
    expect(due('计划2024年年底开工，2026年下半年完工')).toEqual({ text: '2026年下半年' });
  });

  test('a month within the year before it is when', () => {
    expect(due('计划2024年建设站台4处，预计8月中旬完工')).toMatchObject({ value: '2024-08' });
  });
});

describe('uncertain dates are given as written only', () => {
  test.each([
    ['今年底完工', undefined],
    ['上半年完工', '2024-05-20'],
    ['预计3月完工', '2024-05-20'],
  ])('%s', (sentence, letterDay) => {
    const clauses = splitClauses(sentence);
    expect(findDueDate(clauses, clauses, letterDay)).not.toHaveProperty('value');
    expect(findDueDate(clauses, clauses, letterDay)).toHaveProperty('text');
  });
});

test.each([
  '自2025年起实施',
  '2023年将推进改造',
  '按照2025年工作要求推进',
  '使用2025年专项资金推进改造',
  '已于今年3月开工',
  '尽快完工',
  '两年内完成建设',
])('no due date: %s', (sentence) => {
  expect(due(sentence)).toBeUndefined();
});

test('a reason before the act dates nothing', () => {
  const clauses = splitClauses('由于今年资金紧张，资金落实后我局将推进改造');
  expect(findDueDate(clauses, clauses.slice(1), '2024-05-20')).toBeUndefined();
});
