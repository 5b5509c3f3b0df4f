import { writeCsvRow } from './csv-row.ts';
import { letterRecords, type LetterRecord } from './letter-record.ts';
import { findPlace } from '../../reply/letter-place.ts';
import type { DataField } from './record-schema.ts';

/** A row of the table: a record without its text. */
export type TableLetter = Pick<LetterRecord, 'id' | 'url' | 'frontmatter'>;

/**
 * Not in the table: what no published letter is (草稿, 撤回), from when it was public, and the stated place, which is in
 * the column of all places.
 */
const omitted = ['draft', 'publishFrom', 'withdrawn', 'place'];

/** The fields that fit in a cell. */
export const tableColumns: readonly DataField[] = letterRecords.dictionary.filter(({ path, branch }) => {
  const [root = '', name] = path;
  const isOmitted = root === 'frontmatter' && omitted.includes(name ?? '');
  const leaf = !branch || name === 'corrections';
  return leaf && ['id', 'url', 'frontmatter', 'place'].includes(root) && !isOmitted && !path.includes('[]');
});

/**
 * Writes the header of a table as CSV (RFC 4180): a byte order mark, by which spreadsheets recognise UTF-8,
 * and the fields' Chinese titles.
 */
export function writeTableHead(): string {
  return `\uFEFF${writeCsvRow(tableColumns.map(({ title }) => title))}`;
}

/**
 * Writes a letter as a line of CSV. Multiple values share a cell, separated by `；`.
 */
export function writeTableRow(letter: TableLetter): string {
  const row = { ...letter, place: findPlace(letter.frontmatter) };
  return writeCsvRow(tableColumns.map(({ path }) => cell(valueAt(row, path))));
}

/** Writes a whole table in memory, for lists short enough. */
export function writeTable(letters: readonly TableLetter[]): string {
  return writeTableHead() + letters.map(writeTableRow).join('');
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
