import { expect, test } from 'vitest';
import { readOutcomeMeanings } from './outcome-meanings.ts';

test('a class means what the scales say, and to each body its own where they differ', () => {
  const meaningOf = readOutcomeMeanings(
    JSON.stringify({
      省政协: { A: '已解决', B: '计划解决' },
      市人大: { A: '已解决', B: '列入计划', A1: '本年解决' },
    }),
  );
  expect(meaningOf('A')).toBe('已解决');
  expect(meaningOf('B')).toBe('省政协：计划解决；市人大：列入计划');
  expect(meaningOf('A1')).toBe('本年解决');
  expect(meaningOf('C')).toBeUndefined();
  expect(readOutcomeMeanings(undefined)('A')).toBeUndefined();
});
