import { expect, test } from 'vitest';
import type { Letter } from '../letter/letter.ts';
import { sortIntoLists } from './letter-lists.ts';
import { filterList, searchAddress } from './list-facets.ts';

const letters: Letter[] = [
  ['2021/a', '2021-03-01', 'B'],
  ['2020/b', '2020-03-01', 'A1'],
  ['2020/c', '2020-02-01', 'A'],
  ['2020/d', undefined, undefined],
].map(([id = '', issuedOn, outcome]) => ({
  id,
  data: {
    title: '虚构答复',
    issuer: '青岚市教育局',
    ...(issuedOn !== undefined && { issuedOn }),
    ...(outcome !== undefined && { outcome }),
    proposal: { assembly: '政协', scope: '市', term: 12, session: 4 },
  },
}));

test('a list is narrowed by year and outcome, with the letters of each counted', () => {
  const { agencies, places, sessions, years } = sortIntoLists(letters);
  const [agency, place, session, year] = [agencies, places, sessions, years].map(
    ([list]) => list && filterList(list, false),
  );
  expect(agency).toEqual({
    own: { name: 'issuer', value: '青岚市教育局' },
    years: [
      { name: 'year', value: '2021', count: 1 },
      { name: 'year', value: '2020', count: 2 },
    ],
    outcomes: [
      { name: 'outcome', value: 'A', count: 1 },
      { name: 'outcome', value: 'A1', count: 1 },
      { name: 'outcome', value: 'B', count: 1 },
    ],
  });
  expect(place?.own).toEqual({ name: 'place', value: '青岚市' });
  expect(session?.own).toEqual({ name: 'session', value: '政协/青岚市/12-4' });
  expect([year?.own, year?.years]).toEqual([{ name: 'year', value: '2021' }, []]);
});

test('a session of several cities is found by the value that it had, what no city is named for by one of its own', () => {
  const [first] = letters;
  const proposal = { assembly: '政协', scope: '市', term: 12, session: 4 } as const;
  const others = ['松陵市教育局', '教育局'].map((issuer, at) => ({
    id: `2021/x${at}`,
    data: { title: '虚构答复', issuer, proposal },
  }));
  const { sessions, merged } = sortIntoLists([...(first ? [first] : []), ...others]);
  const ownOf = (lists: typeof sessions, isMerged: boolean) =>
    lists.map((list) => filterList(list, isMerged).own?.value);
  expect(ownOf(merged, true)).toEqual(['政协/市/12-4']);
  expect(ownOf(sessions, false).toSorted()).toEqual([
    '政协/市/12-4-x',
    '政协/松陵市/12-4',
    '政协/青岚市/12-4',
  ]);
});

test('the choices are parameters of the address', () => {
  expect(searchAddress('../search.html', [{ name: 'issuer', value: '青岚市教育局' }])).toBe(
    '../search.html?issuer=%E9%9D%92%E5%B2%9A%E5%B8%82%E6%95%99%E8%82%B2%E5%B1%80&sort=date',
  );
  expect(searchAddress('search.html', [{ name: 'kind', value: 'A' }], 'table')).toBe(
    'search.html?kind=A&sort=date&view=table',
  );
});
