import { expect, it, test } from 'vitest';
import type { StatedValue } from './stated-values.ts';
import { createValueTaker } from './value-taker.ts';

const value = (place: StatedValue['place'], text: string): StatedValue => ({ field: text, text, place });

/** The texts that are taken from lines, one after the other, and what is left of each. */
function take(values: readonly StatedValue[], ...lines: string[]): [taken: string[], rest: string][] {
  const takeValues = createValueTaker(values);
  return lines.map((line) => {
    const { taken, rest } = takeValues(line);
    return [taken.map(({ text }) => text), rest];
  });
}

it('takes the longest value that a line begins with, again and again', () => {
  const values = ['青禾县', '青禾县水务局', '2021-06-18'].map((text) => value('anywhere', text));
  expect(take(values, '青禾县水务局2021-06-18在建')).toEqual([[['青禾县水务局', '2021-06-18'], '在建']]);
});

it('takes each value once', () => {
  expect(take([value('header', '公开')], '公开', '公开')).toEqual([
    [['公开'], ''],
    [[], '公开'],
  ]);
});

it('takes the number of a form only from a line that consists of values', () => {
  const values = [value('form', '2'), value('form', '建议'), value('anywhere', '水务局')];
  expect(take(values, '2021年', '2建议水务局')).toEqual([
    [[], '2021年'],
    [['2', '建议', '水务局'], ''],
  ]);
});

it('ends no value within a number, unless the original has something there', () => {
  const values = [value('header', '2022-0011'), value('form', '7'), value('form', '建议')];
  expect(take(values, '2022-00117建议')).toEqual([[[], '2022-00117建议']]);
  const { rest } = createValueTaker(values)('2022-00117建议', new Set([9]));
  expect(rest).toBe('');
});

it('gives back what it took of a form when the line has other text', () => {
  const values = [value('form', '12'), value('anywhere', '水务局')];
  expect(take(values, '水务局12楼', '12')).toEqual([
    [['水务局'], '12楼'],
    [['12'], ''],
  ]);
});

test('does not try all values on every line of a hostile text', () => {
  let reads = 0;
  const counted = Array.from({ length: 100 }, (_, index): StatedValue => ({
    field: 'categories',
    place: 'header',
    get text() {
      reads += 1;
      return String.fromCodePoint(0x4e00 + index);
    },
  }));
  const line = `9${counted.map(({ text }) => text).join('')}。`;
  take([...counted, value('form', '9')], ...Array.from({ length: 100 }, () => line));
  expect(reads).toBeLessThan(5000);
});

test('never takes what the letter itself states', () => {
  expect(take([value('letter', '2')], '2')).toEqual([[[], '2']]);
});
