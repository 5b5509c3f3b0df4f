import { expect, test } from 'vitest';
import type { PolicyCitation } from '../../policies/citation.ts';
import { policyKey } from '../../policies/policy-key.ts';
import type { Letter } from '../letter/letter.ts';
import { listLetterPolicies } from './letter-policies.ts';
import { placePolicies, policiesOnPage } from './placed-policies.ts';

const letter = (id: string, issuedOn: string): Letter => ({
  id,
  data: { title: '虚构答复', issuer: '虚构局', issuedOn },
});
const cite = (name: string, anchor = 'p2', number?: string): PolicyCitation => ({
  ...{ anchor, text: `《${name}》`, name, key: policyKey(name), sentence: `按照《${name}》${anchor}。` },
  ...(number !== undefined && { number }),
});

test('a policy that several letters cite has a page, and all are listed by year, oldest letter first', () => {
  const { repeated, years, of } = placePolicies([
    { letter: letter('2020/b', '2020-05-02'), citations: [cite('虚构条例'), cite('虚构办法')] },
    { letter: letter('2020/a', '2020-05-01'), citations: [cite('虚构条例'), cite('虚构规划')] },
    { letter: letter('2019/a', '2019-05-01'), citations: [cite('虚构方案')] },
  ]);
  expect(repeated.map(({ name }) => name)).toEqual(['虚构条例']);
  expect(years.map(({ year, policies }) => [year, ...policies.map(({ name }) => name)])).toEqual([
    ['2020', '虚构条例', '虚构规划', '虚构办法'],
    ['2019', '虚构方案'],
  ]);
  // Spelled out: a published address must never change.
  expect(of({ key: '虚构条例' })?.to).toBe('policies/cb97982f6560.html');
  expect(of({ key: '虚构办法' })?.to).toMatch(/^policies\/once-2020\.html#policy-[0-9a-f]{12}$/);
});

test.each(['2020-06-01', '2020-01-01', '2019-06-01'])(
  'a letter of %s moves no other policy that one letter cites, and each stays in its year',
  (issuedOn) => {
    const letters = Array.from({ length: policiesOnPage + 2 }, (_, at) => ({
      letter: letter(`2020/${String(at).padStart(3, '0')}`, '2020-05-01'),
      citations: [cite(`虚构${at}号方案`)],
    })).toReversed();
    const further = {
      letter: letter(`${issuedOn.slice(0, 4)}/new`, issuedOn),
      citations: [cite('虚构条例'), cite('虚构7号方案')],
    };
    const before = placePolicies(letters);
    const after = placePolicies(issuedOn > '2020-05-01' ? [further, ...letters] : [...letters, further]);
    const inYear = new Set(after.years.find(({ year }) => year === '2020')?.policies.map(({ key }) => key));
    for (const { citations } of letters)
      for (const one of citations) {
        expect(inYear).toContain(one.key);
        if (one.key !== policyKey('虚构7号方案')) expect(after.of(one)?.to).toBe(before.of(one)?.to);
      }
  },
);

test('a letter lists each policy once, with its paragraphs', () => {
  const citations = [
    cite('虚构条例', 'p2'),
    cite('虚办发〔2020〕1号', 'p3', '虚办发〔2020〕1号'),
    cite('虚构条例', 'p4'),
    cite('虚构条例', 'p4'),
  ];
  const other = {
    letter: letter('2020/b', '2020-01-01'),
    citations: [cite('虚构办法', 'p2', '虚办发〔2020〕1号')],
  };
  const placed = placePolicies([{ letter: letter('2020/a', '2020-05-01'), citations }, other]);
  expect(listLetterPolicies(citations, placed)).toMatchObject([
    { name: '虚构条例', anchors: ['p2', 'p4'] },
    { name: '虚构办法', number: '虚办发〔2020〕1号', anchors: ['p3'] },
  ]);
});
