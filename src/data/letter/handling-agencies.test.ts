import { expect, test } from 'vitest';
import type { Letter } from './letter.ts';
import { joinHandling } from './handling-agencies.ts';

const letter = (id: string, issuer: string): Letter => ({ id, data: { title: id, issuer } });
const state = (hosts: string[], joined: string[], more = false) => ({
  ...{ anchor: 'p2', text: '虚构', hosts, joined, more },
});
const host = letter('2019/host', '青岚市教育局');
const opinion = letter('2019/opinion', '青岚市财政局');

test('a co-host whose opinion the archive has is linked, another one is named', () => {
  const stated = [state(['青岚市教育局'], ['市财政局', '市公安局'], true)];
  expect(joinHandling(stated, host, [opinion])).toEqual({
    hosts: [{ name: '青岚市教育局', letter: host }],
    joined: [{ name: '市财政局', letter: opinion }, { name: '市公安局' }],
    more: true,
  });
});

test('an agency that is named twice is one, by its longer name', () => {
  const stated = [state([], ['市财政局', '市公安局']), state([], ['青岚市财政局'])];
  expect(joinHandling(stated, host, []).joined.map(({ name }) => name)).toEqual(['青岚市财政局', '市公安局']);
});
