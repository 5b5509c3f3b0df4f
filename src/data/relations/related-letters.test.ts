import { expect, test } from 'vitest';
import type { Frontmatter, Proposal } from '../../reply/frontmatter.ts';
import type { Letter } from '../letter/letter.ts';
import { groupQuestions } from './question-groups.ts';
import { relateLetters, type RelatedLetters } from './related-letters.ts';

interface Invented extends Proposal {
  issuer?: string;
  issuedOn?: string;
  role?: '主办' | '会办';
  recipients?: string[];
}

const letter = (
  id: string,
  { issuer = '虚构市水利局', issuedOn, role, recipients, ...proposal }: Invented,
) => {
  const data: Frontmatter = {
    title: id,
    issuer,
    proposal: { assembly: '政协', scope: '市', term: 12, session: 2, kind: '提案', ...proposal },
    ...(issuedOn !== undefined && { issuedOn }),
    ...(role && { role }),
    ...(recipients && { recipients }),
  };
  return { id, data };
};
const relate = <L extends Letter>(letters: readonly L[]): ((letter: L) => RelatedLetters<L>) =>
  relateLetters(letters, groupQuestions(letters, []));
const ids = (letters: readonly { id: string }[]) => letters.map(({ id }) => id);

test('all replies to one proposal belong together, however its number is written', () => {
  const host = letter('2019/host', { number: '094', title: '关于修建灌渠的提案' });
  const joint = letter('2019/joint', {
    number: '94',
    issuer: '市财政局',
    role: '会办',
    recipients: ['市水利局'],
  });
  const other = letter('2019/other', { number: '95' });
  const related = relate([host, joint, other]);
  expect(ids(related(host).sameProposal)).toEqual(['2019/joint']);
  expect(ids(related(joint).sameProposal)).toEqual(['2019/host']);
  expect(ids(related(other).sameProposal)).toEqual([]);
});

test('the same number in another place, on another question, is another proposal', () => {
  const ours = letter('2019/a', { number: '12', title: '关于修建灌渠的提案' });
  const theirs = letter('2019/b', { number: '12', title: '关于保护古树名木的提案', issuer: '乙市林业局' });
  const untitled = letter('2019/c', { number: '12', issuer: '丙市教育局' });
  const related = relate([ours, theirs, untitled]);
  for (const one of [ours, theirs, untitled]) expect(related(one).sameProposal).toEqual([]);
});

test('a question is followed through the sessions, oldest first', () => {
  const years = [2017, 2018, 2019, 2020].map((year, at) =>
    letter(`${year}/a`, {
      session: at + 1,
      number: String(at),
      issuedOn: `${year}-06-01`,
      title: at % 2 === 0 ? '关于老旧小区加装电梯的提案' : '关于推进老旧小区加装电梯工作的提案',
    }),
  );
  const other = letter('2020/b', { number: '9', title: '关于保护古树名木的提案' });
  const [, second] = years;
  const related = relate([...years, other]);
  expect(second && ids(related(second).sameQuestion)).toEqual(['2017/a', '2019/a', '2020/a']);
  expect(related(other).sameQuestion).toEqual([]);
});

test('of many that ask the same, those from the same place are chosen', () => {
  const ask = (id: string, issuer: string) =>
    letter(id, { number: id.slice(5), issuer, title: '关于老旧小区加装电梯的提案' });
  const elsewhere = Array.from({ length: 9 }, (_, at) => ask(`2020/${at + 10}`, '乙丙市住房局'));
  const here = ask('2019/1', '虚构市住房局');
  const near = ask('2018/2', '虚构市建设局');
  const found = ids(relate([...elsewhere, here, near])(here).sameQuestion);
  expect(found).toHaveLength(8);
  expect(found).toContain('2018/2');
});

test('of letters of the same agency and session the nearest by number are chosen', () => {
  const letters = Array.from({ length: 9 }, (_, at) => letter(`2019/${at}`, { number: String(at + 1) }));
  const elsewhere = letter('2019/x', { number: '5', issuer: '虚构市教育局' });
  const later = letter('2020/x', { number: '5', session: 3 });
  const related = relate([...letters, elsewhere, later]);
  const [first, , , , fifth, , , , last] = letters;
  expect(fifth && ids(related(fifth).sameAgency)).toEqual(['2019/2', '2019/3', '2019/5', '2019/6']);
  expect(first && ids(related(first).sameAgency)).toEqual(['2019/1', '2019/2', '2019/3', '2019/4']);
  expect(last && ids(related(last).sameAgency)).toEqual(['2019/4', '2019/5', '2019/6', '2019/7']);
  expect(related(later).sameAgency).toEqual([]);
});

test('a letter that names no proposal is not related by proposal', () => {
  const plain = ['2019/a', '2019/b'].map((id) => ({ id, data: { title: id, issuer: `${id}局` } }));
  const related = relate(plain);
  for (const one of plain)
    expect(related(one)).toEqual({ sameProposal: [], sameQuestion: [], sameAgency: [] });
});
