import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { writeTable, tableColumns, type TableLetter } from './letter-table.ts';

const letter: TableLetter = {
  id: '2020/a',
  url: 'https://archive.example/replies/2020/a.html',
  frontmatter: {
    title: '关于“甲，乙”和"丙"的答复（虚构）',
    issuer: '虚构局',
    categories: ['教育', '文化'],
    issuedOn: '2020-06-10',
    proposal: { assembly: '政协', term: 3, session: 4, number: '094', title: '=HYPERLINK("x")' },
    recipients: ['+甲', '乙'],
    corrections: [
      { on: '2021-01-02', note: '改正一处' },
      { on: '2021-02-03', note: '改正另一处' },
    ],
  },
};

function read(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true });
}

test('a spreadsheet reads every value back', () => {
  const csv = writeTable([letter]);
  expect(csv.startsWith('\uFEFF标识,网址,标题,')).toBe(true);
  const [row] = read(csv);
  expect(row).toMatchObject({
    标识: '2020/a',
    标题: letter.frontmatter.title,
    分类: '教育；文化',
    成文日期: '2020-06-10',
    届: '3',
    提案编号: '094',
    更正: '2021-01-02 改正一处；2021-02-03 改正另一处',
    发文字号: '',
  });
});

test('no cell begins like a formula', () => {
  const titles = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'];
  const rows = read(
    writeTable(titles.map((title) => ({ ...letter, frontmatter: { ...letter.frontmatter, title } }))),
  );
  expect(rows.map(({ 标题 }) => 标题)).toEqual(titles.map((title) => `'${title}`));
  for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/);
  expect(rows[0]).toMatchObject({ 案由: `'=HYPERLINK("x")`, 主送: `'+甲；乙` });
});

test('column titles are unique, and every row has all columns', () => {
  expect(new Set(tableColumns.map(({ title }) => title)).size).toBe(tableColumns.length);
  const [bare] = read(writeTable([{ id: '2020/b', frontmatter: { title: '答复', issuer: '虚构局' } }]));
  expect(Object.keys(bare ?? {})).toEqual(tableColumns.map(({ title }) => title));
});
