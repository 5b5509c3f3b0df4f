import { expect, test } from 'vitest';
import { readRecipients } from './recipients.ts';

test('names that 和 joins are read one by one', () => {
  const names = readRecipients('陈望舒委员和林若水委员及何知远代表');
  expect(names?.map(({ index, text }) => [index, text])).toEqual([
    [0, '陈望舒'],
    [6, '林若水'],
    [12, '何知远'],
  ]);
});

// Parted in every way it would not end within the age of the universe.
test('a list of a hundred joints that is none is refused', () => {
  expect(readRecipients(`${'甲和'.repeat(100)}1`)).toBeUndefined();
});
