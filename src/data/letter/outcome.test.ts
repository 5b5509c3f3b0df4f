import { expect, test } from 'vitest';
import { findOutcomeMeaning } from './outcome.ts';

const scales = {
  省政协: { A: '所提问题已经解决' },
  省: { A: '已解决', B: '正在解决' },
  政协: { A: '采纳', B: '部分采纳', C: '留作参考' },
};
const proposal = { assembly: '政协', scope: '省' } as const;

test('the scale of the particular body takes precedence, then the place, then the kind of body', () => {
  expect(findOutcomeMeaning({ outcome: 'A', proposal }, scales)).toBe('所提问题已经解决');
  expect(findOutcomeMeaning({ outcome: 'B', proposal }, scales)).toBe('正在解决');
  expect(findOutcomeMeaning({ outcome: 'C', proposal }, scales)).toBe('留作参考');
});

test('a class that no scale explains has no meaning', () => {
  expect(findOutcomeMeaning({ outcome: 'D', proposal }, scales)).toBeUndefined();
  expect(findOutcomeMeaning({ outcome: 'A' }, scales)).toBeUndefined();
  expect(findOutcomeMeaning({ proposal }, scales)).toBeUndefined();
});
