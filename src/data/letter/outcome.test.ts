import { expect, test } from 'vitest';
import { findOutcomeMeaning } from './outcome.ts';

const scales = {
  省政协: { A: '所提问题已经解决' },
  省: { A: '已解决', B: '正在解决' },
  政协: { A: '采纳', B: '部分采纳', C: '留作参考' },
};
const issuer = '虚构局';
const proposal = { assembly: '政协', scope: '省' } as const;

test('the scale of the particular body takes precedence, then the place, then the kind of body', () => {
  expect(findOutcomeMeaning({ issuer, outcome: 'A', proposal }, scales)).toBe('所提问题已经解决');
  expect(findOutcomeMeaning({ issuer, outcome: 'B', proposal }, scales)).toBe('正在解决');
  expect(findOutcomeMeaning({ issuer, outcome: 'C', proposal }, scales)).toBe('留作参考');
});

test('the scale of the letter’s own city takes precedence over that of every city', () => {
  const scales = { 市政协: { A: '采纳' }, 青岚市政协: { A: '已解决' } };
  const letter = { outcome: 'A', proposal: { assembly: '政协', scope: '市' } } as const;
  expect(findOutcomeMeaning({ ...letter, issuer: '青岚市教育局' }, scales)).toBe('已解决');
  expect(findOutcomeMeaning({ ...letter, issuer: '松陵市教育局' }, scales)).toBe('采纳');
});

test('a class that no scale explains has no meaning', () => {
  expect(findOutcomeMeaning({ issuer, outcome: 'D', proposal }, scales)).toBeUndefined();
  expect(findOutcomeMeaning({ issuer, outcome: 'A' }, scales)).toBeUndefined();
  expect(findOutcomeMeaning({ issuer, proposal }, scales)).toBeUndefined();
});
