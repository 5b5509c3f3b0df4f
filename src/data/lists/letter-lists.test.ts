import { expect, test } from 'vitest';
import type { Proposal } from '../../reply/frontmatter.ts';
import { sortIntoLists } from './letter-lists.ts';
import { makeAgencySlug, makeSessionSlug } from './list-slug.ts';
import type { Letter } from '../letter/letter.ts';

function letter(id: string, issuer: string, proposal?: Proposal): Letter {
  return { id, data: { title: '虚构答复', issuer, ...(proposal && { proposal }) } };
}

const cppcc = (scope: string, session: number): Proposal => ({
  assembly: '政协',
  scope,
  term: 12,
  session,
  kind: '提案',
});

const letters = [
  letter('2020/e', '虚构市水利局', cppcc('虚构市', 2)),
  letter('2020/d', '虚构市教育局', cppcc('虚构市', 3)),
  letter('2019/c', '虚构市教育局', cppcc('省', 2)),
  letter('2019/b', '虚构市教育局', { assembly: '人大', scope: '省', term: 13, session: 2, kind: '建议' }),
  letter('2019/a', '虚构市教育局'),
];

test('every letter is in one list of each way, or in none if it does not state the value', () => {
  const lists = sortIntoLists(letters);
  expect(lists.years.map(({ name, letters }) => [name, letters.length])).toEqual([
    ['2020年', 2],
    ['2019年', 3],
  ]);
  expect(lists.agencies.map(({ name, letters }) => [name, letters.length])).toEqual([
    ['虚构市教育局', 4],
    ['虚构市水利局', 1],
  ]);
  expect(lists.kinds.map(({ name, letters }) => [name, letters.length])).toEqual([
    ['提案', 3],
    ['建议', 1],
  ]);
  expect(lists.sessions.map(({ name, letters }) => [name, letters.length])).toEqual([
    ['省十三届人大二次会议', 1],
    ['省政协十二届二次会议', 1],
    ['虚构市政协十二届三次会议', 1],
    ['虚构市政协十二届二次会议', 1],
  ]);
});

test('a session of “the city” is a session of each city, and its former list stays at its address', () => {
  const answered = (id: string, issuer: string) => letter(id, issuer, cppcc('市', 4));
  const city = [
    answered('2020/a', '青岚市教育局'),
    answered('2020/b', '松陵市教育局'),
    answered('2020/c', '石榴县教育局'),
    letter('2020/d', '教育局', cppcc('青岚市', 4)),
  ];
  const lists = sortIntoLists(city);
  const slug = makeSessionSlug(cppcc('市', 4)) ?? '';
  expect(lists.sessions.map((list) => [list.name, list.slug, list.letters.length])).toEqual([
    ['青岚市政协十二届四次会议', makeSessionSlug(cppcc('青岚市', 4)), 2],
    ['市政协十二届四次会议（没有写明是哪个市）', `${slug}-x`, 1],
    ['松陵市政协十二届四次会议', makeSessionSlug(cppcc('松陵市', 4)), 1],
  ]);
  expect(lists.merged.map((list) => [list.name, list.slug, list.letters.length])).toEqual([
    ['市政协十二届四次会议', slug, 3],
  ]);
  expect(lists.places.map(({ name }) => name)).toEqual(['青岚市', '石榴县', '松陵市']);
  expect(sortIntoLists([answered('2020/c', '石榴县教育局')])).toMatchObject({
    sessions: [{ slug }],
    merged: [],
  });
});

test('the address of a list depends on its own name only', () => {
  // Spelled out: a published address must never change.
  expect(makeAgencySlug('虚构市教育局')).toBe('79909d7d31a9');
  expect(makeSessionSlug(cppcc('省', 2))).toBe('cppcc-f5dcf19da303-12-2');
  expect(makeSessionSlug({ assembly: '人大', term: 14, session: 1 })).toBe('npc-14-1');
  expect(makeSessionSlug({ assembly: '人大', scope: '省' })).toBeUndefined();
  const alone = sortIntoLists(letters.slice(0, 1)).agencies[0]?.slug;
  expect(sortIntoLists(letters).agencies.map(({ slug }) => slug)).toContain(alone);
});
