import { expect, test } from 'vitest';
import type { Letter } from '../letter/letter.ts';
import { groupQuestions } from './question-groups.ts';
import { paginateQuestions, placeQuestions } from './question-pages.ts';
import { findLaterAnswers } from './later-answers.ts';

function answer(session: number, issuedOn: string | undefined, id: string): Letter {
  return {
    id: `20${session}/${id}`,
    data: {
      title: `第${id}号答复（虚构）`,
      issuer: '虚构市民政局',
      ...(issuedOn !== undefined && { issuedOn }),
      proposal: {
        assembly: '人大',
        scope: '市',
        term: 1,
        session,
        number: '7',
        title: '关于增设虚构湖路灯的建议',
      },
    },
  };
}

function laterOf(...letters: Letter[]) {
  const groups = groupQuestions(letters, []);
  return findLaterAnswers(groups, placeQuestions(paginateQuestions(groups)));
}

test('later letters to other proposals on a question are counted, one is led to itself', () => {
  const later = laterOf(
    answer(11, '2011-05-06', 'first'),
    answer(12, '2012-05-06', 'second'),
    answer(12, '2012-05-08', 'cohost'),
    answer(13, '2013-05-06', 'third'),
    answer(14, undefined, 'undated'),
  );
  expect(Object.fromEntries(later)).toEqual({
    '2011/first': { count: 3, to: expect.stringMatching(/^questions\.html#/) as string },
    '2012/second': { count: 1, to: 'replies/2013/third.html' },
    '2012/cohost': { count: 1, to: 'replies/2013/third.html' },
  });
});

test('a question that was asked once has no later letters', () => {
  expect(laterOf(answer(11, '2011-05-06', 'host'), answer(11, '2011-05-08', 'cohost'))).toEqual(new Map());
});
