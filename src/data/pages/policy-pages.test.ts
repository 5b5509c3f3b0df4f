import { expect, test } from 'vitest';
import type { PolicyCitation } from '../../policies/citation.ts';
import { policyKey } from '../../policies/policy-key.ts';
import type { Letter } from '../letter/letter.ts';
import { placePolicies } from '../policies/placed-policies.ts';
import { makePolicyLists, makePolicyPages, makeRarePages } from './policy-pages.ts';

const letter = (id: string, issuedOn: string): Letter => ({
  id,
  data: { title: '虚构答复', issuer: '虚构局', issuedOn },
});
const cite = (name: string, anchor = 'p2', number?: string): PolicyCitation => ({
  ...{ anchor, text: `《${name}》`, name, key: policyKey(name), sentence: `按照《${name}》${anchor}。` },
  ...(number !== undefined && { number }),
});

test('the page of a policy quotes letters, and says which number each gives if they differ', () => {
  const name = '关于虚构的通知';
  const { repeated } = placePolicies([
    {
      letter: letter('2021/a', '2021-05-01'),
      citations: ['p2', 'p3', 'p4'].map((anchor) => cite(name, anchor, '虚构市政府令第2号')),
    },
    {
      letter: letter('2020/a', '2020-05-01'),
      citations: [cite(name, 'p5', '虚构市政府令第1号'), cite(name, 'p6')],
    },
  ]);
  const [page] = repeated.flatMap((policy) => makePolicyPages(policy));
  expect(page?.policy).toMatchObject({ name, count: 2, numbers: ['虚构市政府令第2号', '虚构市政府令第1号'] });
  expect(
    page?.letters.map(({ number, quotes, more }) => [number, quotes.map(({ anchor }) => anchor), more]),
  ).toEqual([
    ['虚构市政府令第2号', ['p2', 'p3'], 1],
    ['虚构市政府令第1号', ['p5', 'p6'], 0],
  ]);
});

test('long lists are divided, and a list of none has one page', () => {
  const once = Array.from({ length: 103 }, (_, at) => ({
    letter: letter(`2020/${at}`, '2020-05-01'),
    citations: [cite('虚构条例'), cite(`虚构${at}号方案`)],
  }));
  const placed = placePolicies(once);
  const shape = (pages: readonly { number: number; of: number }[]) =>
    pages.map(({ number, of }) => [number, of]);
  expect(shape(makeRarePages(placed))).toEqual([
    [1, 2],
    [2, 2],
  ]);
  const [first, second] = makeRarePages(placed);
  expect(first?.policies.length).toBe(99);
  expect(second?.policies.length).toBe(4);
  expect(first?.others.map(({ to, count }) => [to, count])).toEqual([
    [placed.of({ key: '虚构条例' })?.to, 103],
    ...(second?.policies.map(({ policy: { slug } }) => [`policies/once-2020-2.html#policy-${slug}`, 1]) ??
      []),
  ]);
  expect(second?.others).toEqual([]);
  expect(shape(placed.repeated.flatMap((policy) => makePolicyPages(policy)))).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(makePolicyLists(placed)).toMatchObject([
    { total: 104, repeated: 1, rare: [{ year: '2020', count: 103 }] },
  ]);
  expect(makePolicyLists(placePolicies([]))).toMatchObject([{ number: 1, of: 1, total: 0, policies: [] }]);
});
