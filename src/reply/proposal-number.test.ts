import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactNumbers, groupByHundreds, proposalNumberKey, readNumberRange } from './proposal-number.ts';

test('leading zeros make no other number', () => {
  expect(proposalNumberKey('094')).toBe(proposalNumberKey('94'));
  expect(proposalNumberKey('DH0271')).toBe(proposalNumberKey('DH271'));
  expect(proposalNumberKey('DH271')).not.toBe(proposalNumberKey('271'));
});

test.each([
  ['15', ['15']],
  ['094', ['94']],
  ['9-11', ['9', '10', '11']],
  ['DH1-DH2', ['DH1', 'DH2']],
  ['DH0009–11', ['DH9', 'DH10', 'DH11']],
])('%s is read', (written, keys) => {
  expect(readNumberRange(written)).toEqual(keys);
});

test.each(['', '甲', '11-9', '1-2-3', 'A1-B3', '1-999999999'])('%s is no number and no range', (written) => {
  expect(readNumberRange(written)).toBeUndefined();
});

test('numbers are written shortly and in order', () => {
  expect(compactNumbers(['15', '2', '1', '3', 'DH4', '20', '21', '临一'])).toBe('1–3、15、20、21、DH4、临一');
  expect(compactNumbers([])).toBe('');
});

test('what is written shortly can be read back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 200 })), (numbers) => {
      const written = compactNumbers(numbers.map(String));
      const read = written === '' ? [] : written.split('、').flatMap((part) => readNumberRange(part) ?? []);
      expect(read.map(Number)).toEqual(numbers.toSorted((a, b) => a - b));
    }),
  );
});

test('numbers are grouped by hundreds, each prefix apart', () => {
  const numbers = ['1', '100', '101', '842', 'DH7', '甲'].map((number) => ({ number }));
  expect(groupByHundreds(numbers).map(({ name, numbers: all }) => [name, all.length])).toEqual([
    ['1–100', 2],
    ['101–200', 1],
    ['801–900', 1],
    ['DH1–DH100', 1],
    ['其他', 1],
  ]);
});
