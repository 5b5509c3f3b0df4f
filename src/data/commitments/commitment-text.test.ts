import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FollowedCommitment } from '../../commitments/followed-commitment.ts';
import { formatDue, lastDayOf, overdueAfter, placeText } from './commitment-text.ts';

const commitment: FollowedCommitment = { anchor: 'p3', text: '将建成步道。', kind: 'action', due: '2024-02' };

test('a due date lasts to the end of its year or month', () => {
  expect(['2024', '2024-02', '2023-02', '2024-04', '2024-12', '2024-02-10'].map(lastDayOf)).toEqual([
    '2024-12-31',
    '2024-02-29',
    '2023-02-28',
    '2024-04-30',
    '2024-12-31',
    '2024-02-10',
  ]);
});

test('every last day is a day of its month, and the next is not', () => {
  const month = fc.tuple(fc.integer({ min: 1950, max: 2150 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(month, ([year, number]) => {
      const due = `${year}-${String(number).padStart(2, '0')}`;
      const last = new Date(`${lastDayOf(due)}T00:00:00Z`);
      expect(last.toISOString().slice(0, 7)).toBe(due);
      expect(new Date(last.getTime() + 86_400_000).toISOString().slice(0, 7)).not.toBe(due);
    }),
  );
});

test('a due date is written as far as it is known', () => {
  expect(['2024', '2024-06', '2024-06-05'].map(formatDue)).toEqual(['2024年', '2024年6月', '2024年6月5日']);
});

test('what is fulfilled, refused or without a date is never overdue', () => {
  expect(overdueAfter(commitment)).toBe('2024-02-29');
  const begun = { state: '进行中', on: '2024-01-02' } as const;
  const done = { state: '已落实', on: '2024-02-01', evidence: '建成。' } as const;
  expect(overdueAfter({ ...commitment, followUp: [begun] })).toBe('2024-02-29');
  expect(overdueAfter({ ...commitment, followUp: [begun, done] })).toBeUndefined();
  expect(overdueAfter({ ...commitment, followUp: [done, begun] })).toBe('2024-02-29');
  expect(overdueAfter({ ...commitment, kind: 'refusal' })).toBeUndefined();
  expect(overdueAfter({ anchor: 'p4', text: '将继续管护。', kind: 'plan' })).toBeUndefined();
});

test('a place is named by the number of its paragraph, if it has one', () => {
  expect(placeText(commitment)).toBe('第 3 段');
  expect(placeText({ ...commitment, anchor: 't1-2' })).toBe('原文');
});
