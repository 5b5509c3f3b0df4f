import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageCodes } from '../record/message-codes.ts';
import { adviseAtDesk, describeConversion } from './desk-view.ts';
import { openReceivedLetter } from './received-letter.ts';

const bytes = readFileSync(new URL('../convert/fixtures/big5/input.txt', import.meta.url));
const received = { name: 'input.txt', bytes, given: [], saved: new Map<string, Uint8Array>() };

test('a taken suggestion stays in the list, a stated field stays to be changed', async () => {
  const letter = await openReceivedLetter(received);
  const plain = describeConversion(letter.convert({ suggestions: [], values: {}, on: '2024-05-06' }));
  expect(plain.suggestions.map(({ rule, taken }) => [rule, taken])).toEqual([['year-zero', false]]);
  expect(plain.messages.filter(({ level }) => level === 'suggestion')).toEqual([]);
  const decided = describeConversion(
    letter.convert({
      suggestions: plain.suggestions.map(({ rule, at }) => ({ rule, at })),
      values: { documentNumber: '云交函〔2021〕7号' },
      on: '2024-05-06',
    }),
  );
  expect(decided.suggestions.map(({ rule, taken }) => [rule, taken])).toEqual([['year-zero', true]]);
  expect(decided.lacking.map(({ field }) => field)).toEqual(plain.lacking.map(({ field }) => field));
  expect(decided.fields).toContainEqual(
    expect.objectContaining({ name: '发文字号', value: '云交函〔2021〕7号', from: '编辑填写' }),
  );
});

test('no message of the converter asks for an option of the command line', () => {
  // Raised by the command line only, or in other words.
  const others = ['exists', 'worker-failed', 'values-table'];
  const said = Object.entries(messageCodes)
    .filter(([code]) => !others.includes(code))
    .map(([, { meaning, advice }]) => adviseAtDesk(`${meaning}${advice}`));
  expect(said.filter((text) => text.includes('--'))).toEqual([]);
  expect(adviseAtDesk('issuedOn 的值“昨天”不合要求')).toBe('成文日期的值“昨天”不合要求');
});
