import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosableColumns } from '../../data/lists/table-columns.ts';
import { facetNames } from '../../search/query/search-request.ts';
import {
  hasQuestion,
  idleState,
  readState,
  toggleFacet,
  withDates,
  withoutFilters,
  withView,
  writeQuestion,
  writeState,
} from './search-state.ts';

const read = (query: string) => readState(new URLSearchParams(query));

const states = fc.record({
  text: fc.string().map((text) => text.trim()),
  facets: fc.dictionary(
    fc.constantFrom(...facetNames),
    fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
    { noNullPrototype: true },
  ),
  from: fc.constantFrom('2019-02-28', '2020-02-29'),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  page: fc.integer({ min: 1, max: 900 }),
  view: fc.constantFrom('list', 'table'),
  columns: fc.subarray([...choosableColumns]),
});

describe('the address of a search', () => {
  it('is read as the state from which it was written', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(read(writeState(state))).toEqual(state);
      }),
    );
  });

  it('may list several values of a facet', () => {
    expect(
      read('?q=双创&issuer=甲&issuer=乙&year=2020&from=2019-01-01&to=2019-12-31&sort=date&page=2'),
    ).toEqual({
      text: '双创',
      facets: { issuer: ['甲', '乙'], year: ['2020'] },
      from: '2019-01-01',
      to: '2019-12-31',
      sort: 'newest',
      page: 2,
      view: 'list',
      columns: [],
    });
  });

  it('names the columns of a table', () => {
    expect(read('?view=table&columns=地区,,发文机关,地区')).toEqual({
      ...idleState,
      view: 'table',
      columns: ['地区', '发文机关'],
    });
    expect(read('?view=grid&columns=')).toEqual(idleState);
  });

  it('is read without unknown parameters and invalid values', () => {
    expect(read('?q=+&issuer=&issuer=&from=2019-02-29&to=x&sort=best&page=-3&utm=1')).toEqual(idleState);
    expect(read('?page=1.5&year=2020&year=2020')).toEqual({ ...idleState, facets: { year: ['2020'] } });
  });
});

describe('a state', () => {
  it('asks for something if it has a text, facets or days', () => {
    expect(
      ['', '?q=甲', '?kind=提案', '?to=2020-01-01', '?view=table', '?sort=date'].map((query) =>
        hasQuestion(read(query)),
      ),
    ).toEqual([false, true, true, true, true, false]);
  });

  it('has the same question in a list and in a table, on every page', () => {
    expect(writeQuestion(read('?q=甲&page=3&view=table&columns=地区'))).toBe(writeQuestion(read('?q=甲')));
    expect(writeQuestion(read('?q=甲&sort=date'))).not.toBe(writeQuestion(read('?q=甲')));
  });

  it('keeps the first result shown when it becomes a table or a list', () => {
    const fourth = withView(read('?q=甲&page=4'), 'table');
    expect(fourth).toMatchObject({ view: 'table', page: 2 });
    expect(withView(fourth, 'list')).toMatchObject({ view: 'list', page: 3 });
  });

  it('starts at its first page when filters change', () => {
    const state = read('?q=甲&year=2020&page=4');
    expect(writeState(toggleFacet(state, 'year', '2021'))).toBe(
      writeState(read('?q=甲&year=2020&year=2021')),
    );
    expect(writeState(toggleFacet(state, 'year', '2020'))).toBe(writeState(read('?q=甲')));
    expect(writeState(withDates(state, '2020-01-01', ''))).toBe(
      writeState(read('?q=甲&year=2020&from=2020-01-01')),
    );
    expect(writeState(withoutFilters(state))).toBe(writeState(read('?q=甲')));
    const table = read('?q=甲&year=2020&page=4&view=table&columns=地区');
    for (const narrowed of [withDates(table, '2020-01-01', ''), withoutFilters(table)])
      expect(narrowed).toMatchObject({ page: 1, view: 'table', columns: ['地区'] });
  });
});
