import { expect, test } from 'vitest';
import type { Proposal } from '../../reply/frontmatter.ts';
import type { Letter } from '../letter/letter.ts';
import { measureCoverage } from './session-coverage.ts';

const meeting = { assembly: '政协', scope: '虚构市', term: 1, session: 2 } as const;
const letter = (id: string, proposal?: Proposal) => ({
  id,
  data: { title: '题', issuer: '甲局', ...(proposal && { proposal }) },
});
const numbered = (number: string) => letter(`2020/${number.toLowerCase()}`, { ...meeting, number });

test('a session of a level without its name is that of the place that the letters come from', () => {
  const answer = (id: string, issuer: string): Letter => ({
    id,
    data: {
      title: '虚构答复',
      issuer,
      proposal: { assembly: '政协', scope: '市', term: 12, session: 4, number: id.slice(-1) },
    },
  });
  const known = [{ assembly: '政协', scope: '市', term: 12, session: 4, assigned: ['1-3'] } as const].map(
    (entry) => ({ ...entry, assigned: [...entry.assigned] }),
  );
  const one = measureCoverage([answer('2020/1', '青岚市教育局'), answer('2020/2', '青岚市水利局')], known);
  expect(one.sessions.map(({ name, assigned }) => [name, assigned?.missing])).toEqual([
    ['青岚市政协十二届四次会议', ['3']],
  ]);
  expect(one.places).toMatchObject([{ name: '青岚市', letters: 2, sessions: 1 }]);
  const two = measureCoverage([answer('2020/1', '青岚市教育局'), answer('2020/2', '松陵市水利局')], known);
  expect(two.sessions.map(({ name, letters }) => [name, letters])).toEqual([
    ['市政协十二届四次会议', 0],
    ['松陵市政协十二届四次会议', 1],
    ['青岚市政协十二届四次会议', 1],
  ]);
});

test('an assigned number without a letter is missing; several letters on one proposal count as one number', () => {
  const letters = [numbered('003'), numbered('1'), { ...numbered('1'), id: '2020/1-2' }, numbered('9')];
  const { sessions } = measureCoverage(letters, [
    { ...meeting, openedOn: '2020-01-08', assigned: ['1-4', '7'] },
  ]);
  expect(sessions).toEqual([
    {
      name: '虚构市政协一届二次会议',
      openedOn: '2020-01-08',
      slug: 'cppcc-2167cb2b7003-1-2',
      letters: 4,
      published: [
        { number: '1', id: '2020/1' },
        { number: '3', id: '2020/003' },
        { number: '9', id: '2020/9' },
      ],
      unnumbered: 0,
      assigned: { numbers: ['1', '2', '3', '4', '7'], missing: ['2', '4', '7'], beyond: ['9'] },
    },
  ]);
});

test('a session of which only the total is known has no missing numbers', () => {
  const { sessions } = measureCoverage(
    [numbered('3'), letter('2020/x', meeting)],
    [{ ...meeting, total: 80 }],
  );
  expect(sessions).toMatchObject([
    { total: 80, published: [{ number: '3', id: '2020/3' }], letters: 2, unnumbered: 1 },
  ]);
  expect(sessions[0]).not.toHaveProperty('assigned');
});

test('a known session without letters is shown', () => {
  expect(measureCoverage([], [{ ...meeting, assigned: ['1-3'] }]).sessions).toMatchObject([
    { letters: 0, assigned: { missing: ['1', '2', '3'] } },
  ]);
});

test('suggestions and bills with separate numbering are counted separately', () => {
  const at = { assembly: '人大', scope: '虚构市', term: 1, session: 1 } as const;
  const letters = [
    letter('2020/a', { ...at, kind: '建议', number: '1' }),
    letter('2020/b', { ...at, kind: '议案', number: '1' }),
  ];
  const { sessions } = measureCoverage(letters, [{ ...at, kind: '建议', assigned: ['1-2'] }]);
  expect(sessions.map(({ kind, published }) => [kind, published.map(({ number }) => number)])).toEqual([
    ['建议', ['1']],
    ['议案', ['1']],
  ]);
});

test('the latest session of a body comes first; letters without a session are counted', () => {
  const letters = [
    letter('2019/a', { ...meeting, session: 1 }),
    letter('2020/b', meeting),
    letter('2021/c', { ...meeting, term: 2, session: 1 }),
    letter('2021/d', { assembly: '政协' }),
    letter('2021/e'),
  ];
  const { sessions, withoutSession } = measureCoverage(letters, []);
  expect(sessions.map(({ name }) => name)).toEqual([
    '虚构市政协二届一次会议',
    '虚构市政协一届二次会议',
    '虚构市政协一届一次会议',
  ]);
  expect(withoutSession).toBe(2);
});

test('a number answered by several agencies leads to the reply of the host', () => {
  const reply = (id: string, role: '主办' | '会办') => {
    const { data } = numbered('7');
    return { id, data: { ...data, role } };
  };
  const { sessions } = measureCoverage([reply('2020/a', '会办'), reply('2020/b', '主办')], []);
  expect(sessions[0]?.published).toEqual([{ number: '7', id: '2020/b' }]);
});
