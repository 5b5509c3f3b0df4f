import { expect, test } from 'vitest';
import type { Commitment } from './commitment.ts';
import { findBySentence, findSimilar, followCommitments, isOneSentence } from './followed-commitment.ts';

const commitments: Commitment[] = [
  { anchor: 'p3', text: '我局将于2021年底前建成虚构湖北岸步道。', kind: 'action', due: '2021' },
  { anchor: 'p4', text: '下一步，继续加强虚构湖的日常保洁。', kind: 'plan' },
  { anchor: 'p6', text: '下一步，继续加强虚构湖的日常保洁。', kind: 'plan' },
  { anchor: 'p7', text: '下一步，继续加强虚构湖的日常保洁和巡查。', kind: 'plan' },
];
const anchors = (found: readonly Commitment[]) => found.map(({ anchor }) => anchor);

test('a commitment is meant by its sentence, or by a part that no other has', () => {
  expect(anchors(findBySentence(commitments, '建成虚构湖北岸步道'))).toEqual(['p3']);
  expect(anchors(findBySentence(commitments, '保洁和巡查'))).toEqual(['p7']);
  expect(anchors(findBySentence(commitments, '我局将于 2021年底前\n建成虚构湖北岸步道。'))).toEqual(['p3']);
  expect(findBySentence(commitments, '建成南岸步道')).toEqual([]);
});

test('a part of several sentences means none, a sentence that is said twice means both', () => {
  expect(isOneSentence(findBySentence(commitments, '日常保洁'))).toBe(false);
  expect(isOneSentence(findBySentence(commitments, '下一步，继续加强虚构湖的日常保洁。'))).toBe(true);
  expect(isOneSentence([])).toBe(false);
});

test('records are beside the commitment they are about, in their order', () => {
  const sentence = '北岸步道';
  const begun = { state: '进行中', on: '2021-06-01' } as const;
  const done = { state: '已落实', on: '2021-12-30', url: 'https://agency.example/a' } as const;
  const followed = followCommitments(commitments, [
    { sentence, ...begun },
    { sentence: '日常保洁', state: '未落实', on: '2021-07-01' },
    { sentence, ...done },
  ]);
  expect(followed.map(({ followUp }) => followUp)).toEqual([[begun, done], undefined, undefined, undefined]);
  expect(followed).toMatchObject(commitments);
});

test('a sentence that was changed resembles the one that it was', () => {
  expect(findSimilar(commitments, '我局将于2022年底前建成虚构湖北岸步道。')?.anchor).toBe('p3');
  expect(findSimilar(commitments, '与此无关的一句话')).toBeUndefined();
});
