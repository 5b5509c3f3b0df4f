import { stringify } from 'csv-stringify/sync';
import type { LetterRecord } from './letter-record.ts';
import { dataDictionary, type DataField } from './record-schema.ts';

/** What a table of letters is made of: a record without its text. */
export type TableLetter = Pick<LetterRecord, 'id' | 'url' | 'frontmatter'>;

/** The fields of a letter that a cell can hold; 草稿 says nothing of published letters. */
export const tableColumns: readonly DataField[] = dataDictionary.filter(({ path, branch }) => {
  const [root = '', name] = path;
  const leaf = !branch || name === 'corrections';
  return leaf && ['id', 'url', 'frontmatter'].includes(root) && name !== 'draft' && !path.includes('[]');
});

/**
 * Writes the first line of a table as CSV (RFC 4180): a byte order mark, by which spreadsheets know
 * UTF-8, and the fields' Chinese titles.
 */
export function writeTableHead(): string {
  return `\uFEFF${csv(tableColumns.map(({ title }) => title))}`;
}

/**
 * Writes one letter as a line of CSV. Several values stand in one cell, divided by `；`. A cell that a
 * spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a return, gets
 * an apostrophe before it.
 */
export function writeTableRow(letter: TableLetter): string {
  return csv(tableColumns.map(({ path }) => cell(valueAt(letter, path))));
}

/** Writes a whole table, for lists that are not too long to be held at once. */
export function writeTable(letters: readonly TableLetter[]): string {
  return writeTableHead() + letters.map(writeTableRow).join('');
}

function csv(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n', escape_formulas: true });
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? new Map(Object.entries(at)).get(name) : undefined),
    value,
  );
}

function cell(value: unknown): string {
  if (Array.isArray(value)) return value.map(cell).join('；');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(cell).join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
