import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PolicyCitation } from './citation.ts';
import { gatherPolicies } from './policies.ts';
import { policyKey } from './policy-key.ts';

const cite = (name: string, number?: string): PolicyCitation => ({
  ...{ anchor: 'p2', text: `《${name}》`, name, key: policyKey(name), sentence: `按照《${name}》。` },
  ...(number !== undefined && { number }),
});
const gather = (letters: Record<string, PolicyCitation[]>) =>
  gatherPolicies(Object.entries(letters).map(([letter, citations]) => ({ letter, citations })));
const shown = (letters: Record<string, PolicyCitation[]>) =>
  gather(letters).all.map(({ name, letters: cited }) => [name, cited.map(({ letter }) => letter).join('')]);

test('the policy that most letters cite comes first, each with its letters in their order', () => {
  expect(
    shown({
      a: [cite('虚构条例'), cite('虚构办法'), cite('虚构条例')],
      b: [cite('虚构办法')],
      c: [cite('虚构规划')],
    }),
  ).toEqual([
    ['虚构办法', 'ab'],
    ['虚构条例', 'a'],
    ['虚构规划', 'c'],
  ]);
});

test('a policy is named as most letters do', () => {
  expect(
    shown({ a: [cite('国务院关于虚构的意见')], b: [cite('关于虚构的意见')], c: [cite('关于虚构的意见')] }),
  ).toEqual([['关于虚构的意见', 'abc']]);
});

test('a number alone is the policy that another letter names with it', () => {
  const policies = gather({
    a: [cite('虚办发〔2020〕23号', '虚办发〔2020〕23号')],
    b: [cite('关于虚构改造的意见', '虚办发〔2020〕23号')],
  });
  expect(policies.all).toHaveLength(1);
  expect(policies.all[0]).toMatchObject({ name: '关于虚构改造的意见', numbers: ['虚办发〔2020〕23号'] });
  expect(policies.of({ key: '虚办发〔2020〕23号' })?.key).toBe('关于虚构改造的意见');
});

test('documents of one title with several document numbers are several policies', () => {
  const title = '关于虚构墓地的通知';
  const letters = {
    a: [cite(title, '青政发〔2020〕1号')],
    b: [cite(title, '松政发〔2021〕2号'), cite('松政发〔2021〕2号', '松政发〔2021〕2号')],
    c: [cite(title), cite('虚构条例', '国务院令第1号')],
    d: [cite('虚构条例', '国务院令第2号')],
  };
  expect(shown(letters).sort()).toEqual([
    [title, 'a'],
    [title, 'b'],
    [title, 'c'],
    ['虚构条例', 'cd'],
  ]);
});

test('titles with one number are one policy if they are alike, else nobody knows which letter errs', () => {
  const number = '虚办发〔2020〕23号';
  const alike = {
    a: [cite('关于全面推进虚构小区改造的意见', number)],
    b: [cite('关于推进虚构小区改造的意见', number)],
  };
  expect(shown(alike)).toHaveLength(1);
  const unlike = {
    a: [cite('关于虚构小区改造的意见', number)],
    b: [cite('虚构养犬办法', number)],
    c: [cite(number, number)],
  };
  expect(shown(unlike)).toHaveLength(3);
});

test('every citation is in one policy, and the order of letters changes nothing but their order', () => {
  const names = ['虚构条例', '关于虚构的意见', '国务院关于虚构的意见', '虚办发〔2020〕1号', '虚构改造办法'];
  const citation = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(undefined, '虚办发〔2020〕1号', '虚办发〔2020〕2号'))
    .map(([name, number]) => cite(name, number));
  fc.assert(
    fc.property(fc.array(fc.array(citation, { maxLength: 4 }), { maxLength: 8 }), (letters) => {
      const numbered = letters.map((citations, letter) => ({ letter, citations }));
      const { all, of } = gatherPolicies(numbered);
      const held = all.flatMap((policy) => policy.letters.flatMap(({ citations }) => citations));
      expect(held).toHaveLength(letters.flat().length);
      for (const one of letters.flat())
        expect(of(one)?.letters.some(({ citations }) => citations.includes(one))).toBe(true);
      const keys = (policies: typeof all) => policies.map(({ key, letters: cited }) => [key, cited.length]);
      expect(keys(gatherPolicies(numbered.toReversed()).all)).toEqual(keys(all));
    }),
  );
});
