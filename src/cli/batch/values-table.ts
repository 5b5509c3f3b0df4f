import { basename, dirname, resolve } from 'node:path';
import type { EditorValues } from '../../convert/editor-values.ts';
import { readStatedValue } from '../../convert/stated-value.ts';
import { fieldAt } from '../../content-files/schema-fields.ts';
import { findNearest } from '../../content-files/nearest-name.ts';
import { fieldNames } from '../../reply/field-names.ts';
import { frontmatterSchema } from '../../reply/frontmatter.ts';
import type { Position } from '../../reply/position.ts';
import { settableFields, type SettableField } from '../../reply/settable-fields.ts';
import { readUpTo, withPlainFile } from '../plain-file.ts';
import { readPagesCell } from './pages-cell.ts';
import { readCsvTable, type Cell, type TableFault } from './csv-table.ts';

/** What a row of a table states. */
interface StatedRow {
  values: EditorValues;
  /** Where each value is in the table. */
  places: ReadonlyMap<SettableField, Position>;
  /** Paths of the further pages of a letter whose first page is the file, in order. */
  pages: readonly string[];
}

/** What a table states of files. */
export interface ValuesTable {
  /** As it was given. */
  path: string;
  /** Of all files: the row without a file. */
  shared: StatedRow;
  /** By the index of the file. */
  rows: ReadonlyMap<number, StatedRow>;
}

/** Larger tables are not for a command, and no parser should have to read them. */
const largestTable = 2 ** 20;

const none: StatedRow = { values: {}, places: new Map(), pages: [] };

/**
 * Reads a table of values for received files: a column `file`, perhaps one of further `pages`, and columns named after
 * fields, by key or in Chinese. A row without a file is for all of them.
 *
 * @param files As they are given on the command line.
 * @returns Everything that is wrong with it, where anything is.
 * @throws ReadError when it cannot be read.
 */
export async function readValuesTable(
  path: string,
  files: readonly string[],
): Promise<ValuesTable | { faults: TableFault[] }> {
  const bytes = await withPlainFile(path, '这是文件夹，不是表格。', (handle) =>
    readUpTo(handle, largestTable + 1),
  );
  if (bytes.length > largestTable)
    return { faults: [{ line: 1, column: 1, text: '表格超过 1 MB。请分成几个，分几次转换。' }] };
  const table = readCsvTable(path, bytes);
  if ('faults' in table) return table;
  const [head = [], ...body] = table.rows;
  const { columns, faults } = readColumns(head);
  if (faults.length > 0) return { faults };
  const find = fileFinder(files, dirname(resolve(path)));
  const rows = new Map<number, StatedRow>();
  const lines = new Map<number, number>();
  let shared = none;
  for (const cells of body.filter((row) => row.some(({ text }) => text.trim() !== ''))) {
    const { file, pages, row: read, faults: wrong } = readRow(cells, columns);
    faults.push(...wrong);
    const index = file.text.trim() === '' ? everyFile : find(file.text.trim());
    if (typeof index === 'string') {
      faults.push({ ...file, text: index });
      continue;
    }
    const listed = readPagesCell(pages?.text ?? '', files[index], dirname(resolve(path)));
    if (pages && typeof listed === 'string') faults.push({ ...pages, text: listed });
    const row = { ...read, pages: typeof listed === 'string' ? [] : listed };
    const earlier = lines.get(index);
    if (earlier !== undefined) {
      const said = index === everyFile ? '没有文件名、为各件共用的行' : `“${file.text.trim()}”`;
      faults.push({ ...file, text: `${said}在第 ${earlier} 行已经有了。请合并成一行。` });
    }
    lines.set(index, file.line);
    if (index === everyFile) shared = row;
    else rows.set(index, row);
  }
  const places = faults.map(({ line, column, text }) => ({ line, column, text }));
  return faults.length > 0 ? { faults: places } : { path, shared, rows };
}

/** The index of the row that states values of every file. */
const everyFile = -1;

type Column = 'file' | 'pages' | SettableField;

function readColumns(head: readonly Cell[]): { columns: Column[]; faults: TableFault[] } {
  const columns: Column[] = [];
  const faults: TableFault[] = [];
  for (const { text, line, column } of head) {
    const name = text.trim();
    const known = columnNames.get(name);
    if (known === undefined) faults.push({ line, column, text: unknownColumn(name) });
    else if (columns.includes(known))
      faults.push({ line, column, text: `“${name}”这一列重复了。请只留一列。` });
    else columns.push(known);
  }
  if (faults.length === 0 && !columns.includes('file'))
    faults.push({ line: 1, column: 1, text: '第一行没有 file（文件）这一列。请加上，每行写一个文件名。' });
  return { columns, faults };
}

/** What a column may be called: the key of a field, or its name in Chinese. */
const columnNames: ReadonlyMap<string, Column> = new Map([
  ['file', 'file'],
  ['文件', 'file'],
  ['pages', 'pages'],
  ['各页', 'pages'],
  ...settableFields.flatMap((field): [string, Column][] => [
    [fieldAt(frontmatterSchema, field.split('.'))?.title ?? field, field],
    [fieldNames[field] ?? field, field],
    [field, field],
  ]),
]);

function unknownColumn(name: string): string {
  if (name === '') return '这一列没有名称。请写上字段的名称，或删去这一列。';
  const alike = [...columnNames.keys()].filter((known) =>
    Array.from(name).some((one) => known.includes(one)),
  );
  const nearest = findNearest(alike, name);
  const advice =
    nearest === undefined ? `可用的列：file、${settableFields.join('、')}` : `是否应为“${nearest}”`;
  return `没有“${name}”这个字段。${advice}${nearest === undefined ? '。' : '？'}`;
}

function readRow(
  cells: readonly Cell[],
  columns: readonly Column[],
): { file: Cell; pages?: Cell; row: Omit<StatedRow, 'pages'>; faults: TableFault[] } {
  let file: Cell = { text: '', line: cells[0]?.line ?? 1, column: 1 };
  let pages: Cell | undefined;
  const values: EditorValues = {};
  const places = new Map<SettableField, Position>();
  const faults: TableFault[] = [];
  for (const [index, cell] of cells.entries()) {
    const { text, line, column } = cell;
    const name = columns[index];
    if (name === 'file') file = cell;
    else if (text.trim() === '') continue;
    else if (name === 'pages') pages = cell;
    else if (name === undefined)
      faults.push({ line, column, text: `这一格在最后一列之外。值里有逗号的，请用英文双引号括起整个值。` });
    else {
      const reading = readStatedValue(name, text);
      if ('fault' in reading) faults.push({ line, column, text: `“${text}”不合要求。${reading.fault}` });
      values[name] = text.trim();
      places.set(name, { line, column });
    }
  }
  return { file, ...(pages && { pages }), row: { values, places }, faults };
}

/** Finds the file that a cell names: by its path from here or from the table's folder, else by its name. */
function fileFinder(files: readonly string[], folder: string): (cell: string) => number | string {
  const key = (path: string) => path.normalize('NFC');
  const byPath = new Map(files.map((file, index) => [key(resolve(file)), index]));
  const byName = Map.groupBy(files.keys(), (index) => key(basename(files[index] ?? '')));
  return (cell) => {
    const path = cell.replaceAll('\\', '/');
    const index = byPath.get(key(resolve(path))) ?? byPath.get(key(resolve(folder, path)));
    if (index !== undefined) return index;
    const [named, another] = path.includes('/') ? [] : (byName.get(key(path)) ?? []);
    if (another !== undefined) return `有几个文件都叫“${cell}”。请写出路径，例如 ${files[another] ?? ''}。`;
    return named ?? `命令里没有“${cell}”这个文件。请核对文件名，或把这个文件也写进命令。`;
  };
}
