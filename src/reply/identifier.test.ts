import { expect, test } from 'vitest';
import { replyId, replyYear } from './identifier.ts';

const hash = 'a'.repeat(64);
const proposal = { assembly: '政协', term: 12, session: 2, number: '283' } as const;

test('a letter is named by what it answers', () => {
  expect(replyId({ proposal }, hash)).toBe('cppcc-12-2-283');
  expect(replyId({ proposal: { ...proposal, assembly: '人大', number: 'DH0271' } }, hash)).toBe(
    'npc-12-2-dh0271',
  );
});

test('a letter without session or number, or with a number outside of ASCII, is named by its day and its original', () => {
  expect(replyId({ issuedOn: '2020-09-18', proposal: { kind: '建议' } }, hash)).toBe(
    'reply-20200918-aaaaaaaa',
  );
  expect(replyId({ publishedOn: '2020-09-20', proposal: { ...proposal, number: '杭12' } }, hash)).toBe(
    'reply-20200920-aaaaaaaa',
  );
});

test('its folder is the year it was issued, else published', () => {
  expect(replyYear({ issuedOn: '2019-12-31', publishedOn: '2020-01-02' })).toBe('2019');
  expect(replyYear({ publishedOn: '2020-01-02' })).toBe('2020');
  expect(replyYear({})).toBeUndefined();
});
