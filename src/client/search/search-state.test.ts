import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetNames } from '../../search/query/search-request.ts';
import {
  hasQuestion,
  idleState,
  readState,
  toggleFacet,
  withDates,
  withoutFilters,
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
    });
  });

  it('is read without unknown parameters and invalid values', () => {
    expect(read('?q=+&issuer=&issuer=&from=2019-02-29&to=x&sort=best&page=-3&utm=1')).toEqual(idleState);
    expect(read('?page=1.5&year=2020&year=2020')).toEqual({ ...idleState, facets: { year: ['2020'] } });
  });
});

describe('a state', () => {
  it('asks for something if it has a text, facets or days', () => {
    expect(
      ['', '?q=甲', '?kind=提案', '?to=2020-01-01', '?sort=date'].map((query) => hasQuestion(read(query))),
    ).toEqual([false, true, true, true, false]);
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
  });
});
