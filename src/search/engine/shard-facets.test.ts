import { expect, test } from 'vitest';
import type { StoredColumn, StoredFacet } from '../form/catalogue.ts';
import { shardFacets, type FacetColumn } from './shard-facets.ts';

function column(...stated: string[]): StoredColumn {
  const values = ['', ...new Set(stated.filter((value) => value !== ''))];
  return { values, rows: stated.map((value) => values.indexOf(value)) };
}

function read({ values, rows }: FacetColumn): (string | undefined)[] {
  return rows.map((row) => values[row]);
}

const none = column('', '', '', '');
const stored: Record<StoredFacet, StoredColumn> = {
  place: column('', '', '松陵市', ''),
  session: column('政协/市/12-4', '政协/市/12-4', '政协/市/12-4', '政协/市/12-4'),
  issuer: column('青岚市教育局', '松陵市教育局', '教育局', '教育局'),
  kind: none,
  role: none,
  outcome: none,
  commitment: column('2020-06-30', '2020-06-29', 'undated', ''),
};

test('places are those stated, else those of the agencies; sessions of two cities are two', () => {
  const { place, session, assembly, year } = shardFacets(
    ['2020-01-02', '2020-01-01', '', ''],
    stored,
    '2020-06-30',
  );
  expect(read(place)).toEqual(['青岚市', '松陵市', '松陵市', '']);
  expect(read(session)).toEqual([
    '政协/青岚市/12-4',
    '政协/松陵市/12-4',
    '政协/松陵市/12-4',
    '政协/市/12-4-x',
  ]);
  expect(session.labels).toEqual([
    '',
    '青岚市政协十二届四次会议',
    '松陵市政协十二届四次会议',
    '市政协十二届四次会议',
  ]);
  expect(read(assembly)).toEqual(['政协', '政协', '政协', '政协']);
  expect(read(year)).toEqual(['2020', '2020', '', '']);
});

test('a commitment is overdue from the day after it is due', () => {
  const judged = (today: string) => read(shardFacets([], stored, today).commitment);
  expect(judged('2020-06-29')).toEqual(['有', '有', '有', '']);
  expect(judged('2020-06-30')).toEqual(['有', '到期', '有', '']);
  expect(judged('2021-01-01')).toEqual(['到期', '到期', '有', '']);
});
