import { expect, test } from 'vitest';
import type { Proposal } from '../../reply/frontmatter.ts';
import { sortIntoLists } from './letter-lists.ts';
import { groupLists, findMixedPlaces } from './list-groups.ts';
import type { Letter } from '../letter/letter.ts';

function letter(at: number, issuer: string, proposal?: Proposal): Letter {
  return { id: `2020/${at}`, data: { title: '虚构答复', issuer, ...(proposal && { proposal }) } };
}

const offices = ['教育局', '水利局', '财政局', '民政局', '公安局', '商务局'];

test('many agencies are grouped by place, those without one last', () => {
  const issuers = ['青岚市', '白鹭区', '石榴县'].flatMap((place) => offices.map((office) => place + office));
  const letters = ['省教育厅', '教育局', '水利局', ...issuers].map((issuer, at) => letter(at, issuer));
  const groups = groupLists(sortIntoLists(letters).agencies);
  expect(groups.map(({ heading, lists }) => [heading, lists.length])).toEqual([
    ['白鹭区', 6],
    ['青岚市', 6],
    ['石榴县', 6],
    ['其他机关', 3],
  ]);
});

test('few agencies need no headings, nor do many that all have different places', () => {
  const few = offices.map((office, at) => letter(at, `青岚市${office}`));
  expect(groupLists(sortIntoLists(few).agencies)).toHaveLength(1);
  const scattered = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥').map((name, at) =>
    letter(at, `${name}县教育局`),
  );
  const groups = groupLists(sortIntoLists(scattered).agencies);
  expect(groups.map(({ heading }) => heading)).toEqual([undefined]);
});

test('sessions are grouped by the body that met; an empty archive has no groups', () => {
  const at = (assembly: '人大' | '政协', scope: string, session: number): Proposal => ({
    assembly,
    scope,
    term: 3,
    session,
  });
  const letters = [at('政协', '省', 1), at('政协', '省', 2), at('人大', '省', 1)].map((proposal, index) =>
    letter(index, '虚构局', proposal),
  );
  expect(groupLists(sortIntoLists(letters).sessions).map(({ heading }) => heading)).toEqual([
    '省人大',
    '省政协',
  ]);
  expect(groupLists([])).toEqual([]);
});

test('a session of “the city” with letters from two cities is reported as mixed', () => {
  const places = (scope: string, ...issuers: string[]) => {
    const [list] = sortIntoLists(
      issuers.map((issuer, at) => letter(at, issuer, { assembly: '政协', scope, term: 3, session: 1 })),
    ).merged;
    return list ? findMixedPlaces(list) : [];
  };
  expect(places('市', '青岚市教育局', '松陵市水利局', '石榴县水利局')).toEqual(['青岚市', '松陵市']);
  expect(places('市', '青岚市教育局', '石榴县水利局')).toEqual([]);
  expect(places('青岚市', '青岚市教育局', '松陵市水利局')).toEqual([]);
});
