import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Letter } from '../letter/letter.ts';
import { groupQuestions } from './question-groups.ts';

interface Asked {
  title?: string;
  issuer?: string;
  number?: string;
  session?: number;
}

const ask = (
  id: string,
  { title, issuer = '虚构市住房局', number = id, session = 2 }: Asked = {},
): Letter => ({
  id,
  data: {
    title: id,
    issuer,
    proposal: {
      assembly: '政协',
      scope: '市',
      term: 12,
      session,
      number,
      ...(title !== undefined && { title }),
    },
  },
});
const lift = '关于老旧小区加装电梯的提案';
const trees = '关于保护古树名木的提案';
const group = (letters: readonly Letter[]) => groupQuestions(letters, []);
const idsOf = (letters: readonly Letter[]) => letters.map(({ id }) => id);

test('letters that answer a question are one group, oldest first, with its places and years', () => {
  const letters = [
    ask('2020/c', { title: '关于推进老旧小区加装电梯的建议', issuer: '乙丙市住房局' }),
    ask('2018/a', { title: lift }),
    ask('2019/b', { title: lift }),
    ask('2019/d', { title: trees }),
  ];
  const [only, ...others] = group(letters);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ proposals: 3, places: ['虚构市', '乙丙市'], years: ['2018', '2020'] });
  expect(only && idsOf(only.letters)).toEqual(['2018/a', '2019/b', '2020/c']);
});

test('replies of host and co-host to one proposal count once', () => {
  const letters = [
    ask('2019/a', { title: lift, number: '094' }),
    ask('2019/b', { title: lift, number: '94' }),
  ];
  expect(group(letters)).toMatchObject([{ proposals: 1 }]);
});

test('a letter without a title belongs to the question of a letter with the same text', () => {
  const [titled, untitled, later] = [ask('2018/a', { title: lift }), ask('2019/b'), ask('2020/c')];
  const pair = { earlier: titled, later: untitled, characters: 900, shareOfEarlier: 0.8, shareOfLater: 0.9 };
  const groups = groupQuestions([titled, untitled, later], [pair]);
  expect(groups.map(({ letters }) => idsOf(letters))).toEqual([['2018/a', '2019/b']]);
  expect(groupQuestions([titled, untitled], [{ ...pair, shareOfLater: 0.3 }])).toEqual([]);
});

test('questions asked more often come first', () => {
  const letters = ['1', '2', '3'].flatMap((number) => [
    ask(`2019/l${number}`, { title: lift, number }),
    ...(number === '3' ? [] : [ask(`2019/t${number}`, { title: trees, number: `${number}0` })]),
  ]);
  expect(group(letters).map(({ proposals }) => proposals)).toEqual([3, 2]);
});

test('no letter is in two groups, and the order of letters makes no difference', () => {
  const word = fc.constantFrom('老旧', '小区', '电梯', '停车', '农村', '饮水');
  const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `关于${words.join('')}的建议`);
  fc.assert(
    fc.property(fc.array(title, { maxLength: 20 }), (titles) => {
      const letters = titles.map((one, at) => ask(`2019/${at}`, { title: one }));
      const groups = group(letters);
      const all = groups.flatMap((one) => idsOf(one.letters));
      expect(new Set(all).size).toBe(all.length);
      expect(group(letters.toReversed())).toEqual(groups);
    }),
  );
});
