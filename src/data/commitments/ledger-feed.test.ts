import { expect, test } from 'vitest';
import { commit } from './committed-letters.fixture.ts';
import { makeLedgerFeed } from './ledger-feed.ts';

const site = {
  name: '虚构档案',
  description: '虚构',
  owner: '虚构',
  licence: { name: '虚构' },
  url: 'https://archive.example/',
};

test('an entry is a letter with its commitments, the last that changed first', () => {
  const feed = makeLedgerFeed(
    [
      commit('2021-05-06', '虚构市水利局', { text: '将修渠。' }, { text: '不宜拓宽。', kind: 'refusal' }),
      commit('2021-03-04', '虚构市教育局', {
        text: '将建校舍。',
        kind: 'action',
        followUp: [{ state: '已落实', on: '2021-09-01', evidence: '建成。' }],
      }),
      commit('2021-01-02', '虚构市民政局', { text: '不宜补贴。', kind: 'refusal' }),
    ],
    site,
  );
  expect(feed.entries).toMatchObject([
    {
      id: 'https://archive.example/replies/2021/npc-1-1-20210304.html#commitments',
      title: '第2021-03-04号建议的答复（虚构）（承诺 1 项）',
      summary: '将建校舍。（将办理；2021年9月1日已落实）',
      published: '2021-03-04T00:00:00+08:00',
      updated: '2021-09-01T00:00:00+08:00',
    },
    { summary: '将修渠。（计划办理）', updated: '2021-05-06T00:00:00+08:00' },
  ]);
  expect(feed.updated).toBe('2021-09-01T00:00:00+08:00');
});
