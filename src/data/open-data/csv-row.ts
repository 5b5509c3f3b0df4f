import { stringify } from 'csv-stringify/sync';

/**
 * Writes a line of CSV (RFC 4180). A cell that a spreadsheet would read as a formula, because it begins with `=`, `+`,
 * `-`, `@`, a tab or a carriage return, is prefixed with an apostrophe.
 */
export function writeCsvRow(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n', escape_formulas: true });
}
