import { expect, test } from 'vitest';
import type { Handling } from '../../handling/handling.ts';
import type { Letter } from '../letter/letter.ts';
import { sortIntoLists } from '../lists/letter-lists.ts';
import { countHandling } from './handling-counts.ts';

const letter = (id: string, issuer: string, role?: '主办' | '会办'): Letter => ({
  id: `2021/${id}`,
  data: { title: '虚构答复', issuer, ...(role && { role }) },
});
const [host, silent, opinion] = [
  letter('a', '青岚市水利局', '主办'),
  letter('b', '青岚市水利局'),
  letter('c', '青岚市财政局', '会办'),
];
const stated: Handling = {
  ...{ anchor: 'p2', text: '由市水利局主办，市财政局、市住建局会办' },
  ...{ hosts: ['市水利局'], joined: ['市财政局', '市住建局'], more: false },
};

test('agencies are counted by what letters state, and co-hosts by the opinions that the archive has', () => {
  const { agencies, total } = countHandling(
    sortIntoLists([host, silent, opinion]).agencies,
    (one) => (one === host ? [stated] : []),
    (one) => (one === host ? [opinion] : []),
  );
  expect(agencies).toMatchObject([
    { name: '青岚市水利局', letters: 2, hosted: 1, joined: 0, naming: 1, named: 2, published: 1 },
    { name: '青岚市财政局', letters: 1, hosted: 0, joined: 1, naming: 0, named: 0, published: 0 },
  ]);
  expect(total).toEqual({ letters: 3, hosted: 1, joined: 1, naming: 1, named: 2, published: 1 });
});

test('an archive of no letter has no agency', () => {
  const { agencies, total } = countHandling(
    [],
    () => [],
    () => [],
  );
  expect([agencies, total.letters]).toEqual([[], 0]);
});
