import { expect, it } from 'vitest';
import { linkedPages } from './pagination-view.ts';

it('links the first, the last and the neighbouring pages, and never skips just one', () => {
  expect(linkedPages(1, 1)).toEqual([1]);
  expect(linkedPages(1, 3)).toEqual([1, 2, 3]);
  expect(linkedPages(1, 16)).toEqual([1, 2, 0, 16]);
  expect(linkedPages(4, 16)).toEqual([1, 2, 3, 4, 5, 0, 16]);
  expect(linkedPages(8, 16)).toEqual([1, 0, 7, 8, 9, 0, 16]);
  expect(linkedPages(14, 16)).toEqual([1, 0, 13, 14, 15, 16]);
});
