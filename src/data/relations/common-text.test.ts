import { expect, test } from 'vitest';
import type { Letter } from '../letter/letter.ts';
import { indexCommonText, type CommonTextPair } from './common-text.ts';

const letter = (id: string): Letter => ({ id, data: { title: id, issuer: '虚构局' } });
const pair = (
  earlier: string,
  later: string,
  shareOfEarlier: number,
  shareOfLater: number,
): CommonTextPair => ({
  ...{ earlier: letter(earlier), later: letter(later), characters: 100, shareOfEarlier, shareOfLater },
});

test('a letter has text in common with earlier and with later ones, the greatest share first', () => {
  const index = indexCommonText([pair('2018/a', '2019/b', 0.2, 0.4), pair('2019/b', '2020/c', 0.9, 0.3)]);
  expect(index.of(letter('2019/b'))).toEqual([
    {
      ...{ other: letter('2020/c'), share: 0.9, shareOfOther: 0.3 },
      comparison: { of: '2020/c', number: 1 },
    },
    {
      ...{ other: letter('2018/a'), share: 0.4, shareOfOther: 0.2 },
      comparison: { of: '2019/b', number: 1 },
    },
  ]);
  expect(index.of(letter('2021/d'))).toEqual([]);
});

test('a letter is compared with the earlier ones of which it has most', () => {
  const earlier = ['a', 'b', 'c', 'd'];
  const index = indexCommonText(earlier.map((id, at) => pair(`2018/${id}`, '2019/x', 0.5, 0.2 + at / 10)));
  expect(index.comparedWith(letter('2019/x')).map(({ id }) => id)).toEqual(['2018/d', '2018/c', '2018/b']);
  expect(index.comparedWith(letter('2018/d'))).toEqual([]);
  expect(index.of(letter('2018/c'))[0]?.comparison).toEqual({ of: '2019/x', number: 2 });
  expect(index.of(letter('2018/a'))[0]?.comparison).toBeUndefined();
});
