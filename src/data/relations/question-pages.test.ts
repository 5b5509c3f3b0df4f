import { expect, test } from 'vitest';
import type { QuestionGroup } from './question-groups.ts';
import { paginateQuestions, placeQuestions } from './question-pages.ts';

const group = (name: string, count: number, proposals = count): QuestionGroup => ({
  ...{ title: name, proposals, places: [], years: ['2018', '2020'] },
  letters: Array.from({ length: count }, (_, at) => ({
    id: `2019/${name}-${at}`,
    data: { title: name, issuer: '虚构局' },
  })),
});
const counts = (groups: readonly QuestionGroup[]) =>
  paginateQuestions(groups).map(({ shown }) => shown.map(({ letters, before }) => [before, letters.length]));

test('questions share pages, and a long one goes on on the next', () => {
  expect(counts([group('a', 230), group('b', 20), group('c', 60), group('d', 3)])).toEqual([
    [[0, 100]],
    [[100, 100]],
    [
      [200, 30],
      [0, 20],
      [0, 50],
    ],
    [
      [50, 10],
      [0, 3],
    ],
  ]);
});

test('an archive without any has one page, which says so', () => {
  expect(paginateQuestions([])).toMatchObject([{ number: 1, of: 1, questions: 0, shown: [] }]);
});

test('a proposal that host and co-host answer is not a question asked repeatedly', () => {
  expect(paginateQuestions([group('a', 2, 1)])).toMatchObject([{ questions: 0 }]);
});

test('every letter knows where the answers to its question begin', () => {
  const places = placeQuestions(paginateQuestions([group('a', 120), group('b', 2)]));
  expect(places.get('2019/a-110')).toEqual({
    ...{ title: 'a', proposals: 120, answers: 120, page: 1, anchor: 'q-2019-a-0' },
  });
  expect(places.get('2019/b-1')).toMatchObject({ page: 2, anchor: 'q-2019-b-0' });
});
