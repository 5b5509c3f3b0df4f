import { expect, test } from 'vitest';
import { formatProposalReference, formatSessionName } from './proposal-reference.ts';

test('a CPPCC proposal is named with its committee before the term', () => {
  expect(
    formatProposalReference({
      assembly: '政协',
      scope: '省',
      term: 12,
      session: 2,
      number: '283',
      kind: '提案',
    }),
  ).toBe('省政协十二届二次会议第283号提案');
});

test('a suggestion to a local congress is named with the place before the term', () => {
  expect(
    formatProposalReference({
      assembly: '人大',
      scope: '枝江市',
      term: 9,
      session: 1,
      number: '094',
      kind: '建议',
    }),
  ).toBe('枝江市九届人大一次会议第094号建议');
});

test('the National People’s Congress is named with its term first', () => {
  expect(formatSessionName({ assembly: '人大', scope: '全国', term: 14, session: 1 })).toBe(
    '十四届全国人大一次会议',
  );
});

test('what the letter does not state is omitted', () => {
  expect(formatProposalReference({ number: 'DH0271', kind: '建议' })).toBe('第DH0271号建议');
  expect(formatProposalReference({ number: '36' })).toBe('第36号');
  expect(formatProposalReference({ assembly: '政协' })).toBe('政协');
  expect(formatProposalReference({ kind: '提案', title: '关于虚构的提案' })).toBeUndefined();
});
