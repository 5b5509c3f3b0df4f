import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortIntoLists, type LetterList } from './letter-lists.ts';
import { chooseLinkedPages, paginateList } from './list-pages.ts';
import type { Letter } from '../letter/letter.ts';

function letter(id: string, issuedOn?: string): Letter {
  return { id, data: { title: '虚构答复', issuer: '虚构局', ...(issuedOn !== undefined && { issuedOn }) } };
}

function yearList(letters: Letter[]): LetterList {
  const [list] = sortIntoLists(letters).years;
  if (!list) throw new Error('no list');
  return list;
}

test('a year is divided into its months, newest first', () => {
  const list = yearList([
    letter('2020/d', '2021-01-04'),
    letter('2020/c', '2020-06-10'),
    letter('2020/b', '2020-06-01'),
    letter('2020/a'),
  ]);
  const [page] = paginateList(list);
  expect(page?.sections.map(({ heading, letters }) => [heading, letters.length])).toEqual([
    ['2021年1月', 1],
    ['6月', 2],
    ['成文日期未载明', 1],
  ]);
});

test('pages contain every letter once and in order, and the contents give the page on which each section begins', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 400 }), (months) => {
      const letters = months
        .toSorted((a, b) => b - a)
        .map((month, at) => letter(`2020/${at}`, `2020-${String(month).padStart(2, '0')}-01`));
      const pages = paginateList(yearList(letters));
      expect(pages.flatMap(({ sections }) => sections.flatMap((section) => section.letters))).toEqual(
        letters,
      );
      expect(pages.every(({ of, number }, at) => of === pages.length && number === at + 1)).toBe(true);
      for (const { id, page, count } of pages[0]?.contents ?? []) {
        const holding = pages.filter(({ sections }) => sections.some((section) => section.id === id));
        expect(holding[0]?.number).toBe(page);
        const held = holding.flatMap(({ sections }) => sections.filter((section) => section.id === id));
        expect(held.reduce((sum, section) => sum + section.letters.length, 0)).toBe(count);
      }
    }),
  );
});

test('there are few page links at any length, and no gap of a single page', () => {
  expect(chooseLinkedPages(1, 1)).toEqual([1]);
  expect(chooseLinkedPages(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(chooseLinkedPages(1, 400)).toEqual([1, 2, undefined, 400]);
  expect(chooseLinkedPages(200, 400)).toEqual([1, undefined, 199, 200, 201, undefined, 400]);
  expect(chooseLinkedPages(400, 400)).toEqual([1, undefined, 399, 400]);
});
