import { expect, test } from 'vitest';
import type { AlternativeQuery } from '../../search/engine/search-answer.ts';
import { describeOffer, offeredState } from './offers-view.ts';
import { idleState, type SearchState } from './search-state.ts';

const offer: AlternativeQuery = { text: '养老', count: 1067, kind: 'simplified', widened: false };
const asked: SearchState = {
  ...idleState,
  text: '養老',
  facets: { year: ['2019'] },
  sort: 'newest',
  page: 2,
};

test('an offer says how many letters it finds', () => {
  expect(describeOffer(offer)).toBe('改查“养老”（1,067 件）');
  expect(describeOffer({ ...offer, widened: true })).toBe('清除筛选，改查“养老”（1,067 件）');
  expect(describeOffer({ ...offer, kind: 'unfiltered', widened: true })).toBe(
    '清除筛选，在全部答复中查（1,067 件）',
  );
});

test('an offer keeps facets, days and order, and begins at the first page', () => {
  expect(offeredState(asked, offer)).toEqual({ ...asked, text: '养老', page: 1 });
});

test('an offer that finds nothing with them clears facets and days', () => {
  expect(offeredState(asked, { ...offer, widened: true })).toEqual({
    ...idleState,
    text: '养老',
    sort: 'newest',
  });
});
