import { describe, expect, test } from 'vitest';
import { settle, type Candidate } from './field-value.ts';

function candidate(at: number, canonical: string): Candidate {
  const range = { at, end: at + canonical.length };
  return { field: 'issuedOn', range, use: 'date', from: '信息表', sure: true, canonical };
}

describe('settling a field', () => {
  test('takes nothing where nothing is stated', () => {
    expect(settle('成文日期', [])).toEqual({ value: undefined, dropped: [], messages: [] });
  });

  test('takes the first of equal candidates and drops the others as repeated', () => {
    const candidates = [candidate(5, '2024-05-22'), candidate(40, '2024-05-22'), candidate(60, '2024-05-22')];
    const { value, dropped, messages } = settle('成文日期', candidates);
    expect(value).toBe(candidates[0]);
    expect(dropped).toEqual([
      { at: 40, end: 50, why: 'repeated' },
      { at: 60, end: 70, why: 'repeated' },
    ]);
    expect(messages).toEqual([]);
  });

  test('takes none of contradicting candidates and reports all their values at the first', () => {
    const candidates = [candidate(5, '2024-05-22'), candidate(40, '2024-05-23'), candidate(60, '2024-05-22')];
    const { value, dropped, messages } = settle('成文日期', candidates);
    expect(value).toBeUndefined();
    expect(dropped.map(({ at, why }) => [at, why])).toEqual([
      [5, 'no-field'],
      [40, 'no-field'],
      [60, 'no-field'],
    ]);
    expect(messages).toMatchObject([{ level: 'warning', rule: 'contradiction', at: 5 }]);
    expect(messages[0]?.text).toMatch(/^成文日期.*（2024-05-22、2024-05-23）/u);
  });
});
