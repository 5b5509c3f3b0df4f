import { letterColumns, type LetterColumn } from './letter-columns.ts';

/** The form of a list of letters, with the names of the columns that were chosen for a table; none for the usual ones. */
export interface TableForm {
  view: 'list' | 'table';
  columns: readonly string[];
}

/** What names a letter is always the first column of the table, so these are no choice. */
const naming: readonly string[] = ['标识', '网址', '标题', '案由'];
/** Shown until the visitor chooses others. */
const usual: readonly string[] = ['发文机关', '成文日期', '地区', '提案编号', '办理类型', '办理结果'];

/** The columns that a visitor can choose. */
export const choosableColumns: readonly string[] = letterColumns
  .map(({ name }) => name)
  .filter((name) => !naming.includes(name));

/** Names of the columns of a table, in the order of the open data. */
export function shownColumns({ columns }: Pick<TableForm, 'columns'>): readonly string[] {
  const chosen = choosableColumns.filter((name) => columns.includes(name));
  return chosen.length > 0 ? chosen : choosableColumns.filter((name) => usual.includes(name));
}

/** Chooses a column, or no longer. The usual columns are not written out. */
export function toggleColumn<Form extends TableForm>(form: Form, name: string): Form {
  const shown = shownColumns(form);
  const wanted = choosableColumns.filter((column) => shown.includes(column) !== (column === name));
  const isUsual = wanted.length === usual.length && wanted.every((column) => usual.includes(column));
  return { ...form, columns: isUsual ? [] : wanted };
}

/** The columns of the file of all letters: every one; of a table those shown, and what names each letter. */
export function fileColumns(form: TableForm): readonly LetterColumn[] {
  if (form.view === 'list') return letterColumns;
  const names = new Set([...naming, ...shownColumns(form)]);
  return letterColumns.filter(({ name }) => names.has(name));
}
