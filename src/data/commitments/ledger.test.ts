import { expect, test } from 'vitest';
import { commit } from './committed-letters.fixture.ts';
import { countLedger } from './ledger-counts.ts';
import { paginateLedgerList } from './ledger-pages.ts';
import { sortLedger, type LedgerList } from './ledger.ts';

const letters = [
  commit(
    '2021-05-06',
    '虚构市水利局',
    { text: '甲', due: '2021' },
    { text: '乙', due: '2021-06' },
    { text: '丙' },
  ),
  commit('2021-03-04', '虚构市教育局', { text: '丁', due: '2021-06-15' }, { text: '戊', kind: 'refusal' }),
  commit('2020-01-02', '虚构市水利局', { text: '己', due: '2022-01' }, { text: '庚', due: '2021-06' }),
];
const texts = ({ entries }: LedgerList) => entries.map(({ commitment: { text } }) => text).join('');
const named = (lists: readonly LedgerList[]) => lists.map((list) => [list.name, texts(list)]);

test('agencies come by number of commitments, each with its newest letters first, and refusals are none', () => {
  expect(named(sortLedger(letters).agencies)).toEqual([
    ['虚构市水利局', '甲乙丙己庚'],
    ['虚构市教育局', '丁'],
  ]);
});

test('years come latest first, in each what is due next, and what is only due within the year last', () => {
  expect(named(sortLedger(letters).due)).toEqual([
    ['2022年到期', '己'],
    ['2021年到期', '丁乙庚甲'],
    ['未载明期限', '丙'],
  ]);
});

test('a list is divided into quarters, and these into letters', () => {
  const list = sortLedger(letters).due[1];
  const [page] = list ? paginateLedgerList(list) : [];
  const shown = page?.sections.map(({ id, heading, items }) => [
    `${id} ${heading}`,
    ...items.map(({ commitments }) => commitments.map(({ commitment: { text } }) => text).join('')),
  ]);
  expect(shown).toEqual([
    ['q2 第二季度', '丁', '乙', '庚'],
    ['year 年内', '甲'],
  ]);
});

test('commitments of one letter that follow each other are together', () => {
  const [list] = sortLedger(letters).agencies;
  const [page] = list ? paginateLedgerList(list) : [];
  expect(
    page?.sections.map(({ id, items }) => [id, items.map(({ commitments }) => commitments.length)]),
  ).toEqual([
    ['y2021', [3]],
    ['y2020', [2]],
  ]);
});

test('pages are bounded, and the contents say on which page each part begins', () => {
  const many = ['2021-01-01', '2020-01-01'].map((day) =>
    commit(day, '虚构局', ...Array.from({ length: 120 }, (_, at) => ({ text: `第${at}项` }))),
  );
  const [list] = sortLedger(many).agencies;
  const pages = list ? paginateLedgerList(list) : [];
  const sizes = pages.map(({ sections }) =>
    sections.flatMap(({ items }) => items).reduce((sum, { commitments }) => sum + commitments.length, 0),
  );
  expect(sizes).toEqual([100, 100, 40]);
  expect(pages[0]?.contents).toEqual([
    { id: 'y2021', heading: '2021年', count: 120, page: 1 },
    { id: 'y2020', heading: '2020年', count: 120, page: 2 },
  ]);
});

test('commitments are counted by how they stand by now', () => {
  const followed = commit(
    '2021-05-06',
    '虚构局',
    {
      text: '甲',
      due: '2021',
      followUp: [
        { state: '进行中', on: '2021-06-01' },
        { state: '已落实', on: '2021-07-01', evidence: '建成。' },
      ],
    },
    { text: '乙' },
  );
  const [list] = sortLedger([followed]).agencies;
  expect(countLedger(list?.entries ?? [])).toEqual({
    commitments: 2,
    letters: 1,
    dated: 1,
    states: { 已落实: 1, 进行中: 0, 未落实: 0 },
  });
});
