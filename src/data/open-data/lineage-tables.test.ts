import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Letter } from '../letter/letter.ts';
import { paginateQuestions } from '../relations/question-pages.ts';
import { writeCommonTextTable } from './common-text-table.ts';
import { writeQuestionTable } from './question-table.ts';

const letter = (id: string): Letter => ({ id, data: { title: id, issuer: '虚构局' } });
const rowsOf = (table: string) => parse(table, { bom: true, columns: true, record_delimiter: '\r\n' });

test('pairs with text in common are ordered by their ids', () => {
  const shared = { characters: 120, shareOfEarlier: 0.4, shareOfLater: 0.125 };
  const pairs = ['2020/b', '2020/a'].map((id) => ({
    earlier: letter('2019/x'),
    later: letter(id),
    ...shared,
  }));
  const row = { 较早一件: '2019/x', 相同字数: '120', 占较早一件: '0.4', 占较晚一件: '0.125' };
  expect(rowsOf(writeCommonTextTable(pairs))).toEqual([
    { ...row, 较晚一件: '2020/a' },
    { ...row, 较晚一件: '2020/b' },
  ]);
});

test('each answer to a repeated question says where the question is', () => {
  const letters = Array.from({ length: 120 }, (_, at) => letter(`2019/a-${at}`));
  const group = {
    title: '=关于修建灌渠的建议',
    letters,
    proposals: 120,
    places: [],
    years: ['2019', '2019'] as const,
  };
  const rows = rowsOf(writeQuestionTable(paginateQuestions([group])));
  expect(rows).toHaveLength(120);
  // An apostrophe keeps a spreadsheet from reading it as a formula.
  expect(rows[119]).toEqual({
    问题: 'questions.html#q-2019-a-0',
    案由: "'=关于修建灌渠的建议",
    标识: '2019/a-119',
  });
});
