import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import {
  commitmentColumns,
  commitmentRecords,
  makeCommitmentRecords,
  writeCommitmentHead,
  writeCommitmentRow,
} from './commitment-record.ts';
import { jsonProblems } from '../standards/validate.fixture.ts';
import { commit } from './committed-letters.fixture.ts';

const letter = commit(
  '2021-05-06',
  '虚构市水利局',
  {
    text: '=将于“年底”前，修渠。',
    kind: 'action',
    by: '市财政局',
    due: '2021',
    dueText: '年底前',
    followUp: [
      { state: '进行中', on: '2021-06-01', evidence: '在建。' },
      { state: '已落实', on: '2021-07-01', url: 'https://water.example/' },
    ],
  },
  { text: '将继续管护。' },
);

test('records conform to the published schema', () => {
  for (const site of [undefined, 'https://archive.example/'])
    for (const record of makeCommitmentRecords(letter, site)) {
      expect(jsonProblems(record, commitmentRecords.schema)).toEqual([]);
      expect(record.url).toBe(site && `${site}replies/2021/npc-1-1-20210506.html#${record.anchor}`);
    }
});

test('a spreadsheet reads every value back, and of the follow-up the last record', () => {
  const [first, second] = makeCommitmentRecords(letter, undefined);
  const csv =
    writeCommitmentHead() + [first, second].map((record) => record && writeCommitmentRow(record)).join('');
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(rows).toMatchObject([
    {
      标识: '2021/npc-1-1-20210506',
      原句: "'=将于“年底”前，修渠。",
      类别: '将办理',
      承诺机关: '市财政局',
      期限: '2021',
      落实情况: '已落实',
      核实日期: '2021-07-01',
      依据: '',
      依据网址: 'https://water.example/',
    },
    { 原句: '将继续管护。', 类别: '计划办理', 期限: '', 落实情况: '' },
  ]);
  expect(new Set(commitmentColumns.map(({ title }) => title)).size).toBe(commitmentColumns.length);
});
