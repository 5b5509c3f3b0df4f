import { expect, test } from 'vitest';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import { measureReplyDays } from './reply-days.ts';
import { countLetters } from './statistics.ts';

const letter = (id: string, data: Partial<Frontmatter> = {}) => ({
  id,
  data: { title: '题', issuer: '甲局', ...data },
});
const session = { assembly: '政协', scope: '虚构市', term: 1, session: 2 } as const;

test('a year without letters between two with letters has a count of 0', () => {
  const { years } = countLetters([letter('2018/a'), letter('2020/b'), letter('2020/c')], {});
  expect(years).toEqual([
    { name: '2018', count: 1 },
    { name: '2019', count: 0 },
    { name: '2020', count: 2 },
  ]);
  expect(countLetters([], {}).years).toEqual([]);
});

test('agencies are ordered by their letters, then by name', () => {
  const letters = [
    letter('2020/a', { issuer: '乙局' }),
    letter('2020/b'),
    letter('2020/c', { issuer: '丙局' }),
  ];
  const { agencies } = countLetters([...letters, letter('2020/d', { issuer: '丙局' })], {});
  expect(agencies).toEqual([
    { name: '丙局', count: 2 },
    { name: '乙局', count: 1 },
    { name: '甲局', count: 1 },
  ]);
});

test('outcomes of different scales are counted separately, each with its own meaning', () => {
  const scales = { 虚构市: { A: '已经解决' }, 人大: { A: '所提问题已解决' } };
  const { outcomes, withoutOutcome } = countLetters(
    [
      letter('2020/a', { outcome: 'A', proposal: session }),
      letter('2020/b', { outcome: 'A', proposal: { assembly: '人大' } }),
      letter('2020/c', { outcome: 'B', proposal: { assembly: '人大', scope: '乙县' } }),
      letter('2020/d'),
    ],
    scales,
  );
  expect(outcomes).toEqual([
    { scale: '乙县人大', count: 1, classes: [{ letter: 'B', count: 1 }] },
    { scale: '人大', count: 1, classes: [{ letter: 'A', meaning: '所提问题已解决', count: 1 }] },
    { scale: '虚构市', count: 1, classes: [{ letter: 'A', meaning: '已经解决', count: 1 }] },
  ]);
  expect(withoutOutcome).toBe(1);
});

test('days are counted from the opening day in site.yml, for dated letters only', () => {
  const known = { ...session, openedOn: '2020-01-10' };
  const dated = (id: string, issuedOn: string) => letter(id, { issuedOn, proposal: session });
  const letters = [
    dated('2020/a', '2020-01-20'),
    dated('2020/b', '2020-03-01'),
    dated('2020/c', '2020-02-10'),
    dated('2020/d', '2019-12-31'),
    letter('2020/e', { proposal: session }),
    letter('2020/f', { issuedOn: '2020-05-01', proposal: { ...session, session: 3 } }),
  ];
  expect(measureReplyDays(letters, [known])).toEqual([
    {
      name: '虚构市政协一届二次会议',
      openedOn: '2020-01-10',
      count: 3,
      shortest: 10,
      median: 31,
      longest: 51,
    },
  ]);
  expect(measureReplyDays(letters, [])).toEqual([]);
});
