import { expect, test } from 'vitest';
import { letterColumns } from './letter-columns.ts';
import {
  choosableColumns,
  fileColumns,
  shownColumns,
  toggleColumn,
  type TableForm,
} from './table-columns.ts';

const table: TableForm = { view: 'table', columns: [] };
const namesOf = (columns: ReturnType<typeof fileColumns>) => columns.map(({ name }) => name);

test('a table has the usual columns until others are chosen, in the order of the open data', () => {
  expect(shownColumns(table)).toEqual(['发文机关', '成文日期', '提案编号', '办理类型', '办理结果', '地区']);
  const added = toggleColumn(table, '索引号');
  expect(shownColumns(added)).toEqual(['索引号', ...shownColumns(table)]);
  expect(toggleColumn(added, '索引号').columns).toEqual([]);
});

test('a table without any other column has the usual ones again', () => {
  const none = shownColumns(table).reduce<TableForm>(toggleColumn, table);
  expect(shownColumns(none)).toEqual(shownColumns(table));
});

test('the file of a list has every column, that of a table those shown and what names each letter', () => {
  expect(fileColumns({ view: 'list', columns: [] })).toBe(letterColumns);
  expect(namesOf(fileColumns({ ...table, columns: ['届', '署名'] }))).toEqual([
    '标识',
    '网址',
    '标题',
    '届',
    '案由',
    '署名',
  ]);
  expect(namesOf(fileColumns({ ...table, columns: choosableColumns }))).toEqual(namesOf(letterColumns));
});
