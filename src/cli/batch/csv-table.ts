import { CsvError, parse } from 'csv-parse/sync';
import { readText } from '../../content-files/text-file.ts';
import type { Position } from '../../reply/position.ts';

/** A cell and where it begins. */
export interface Cell extends Position {
  text: string;
}

/** Something wrong with a table, in Chinese. */
export interface TableFault extends Position {
  text: string;
}

/**
 * Reads a table of comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark.
 *
 * @param name The path that faults name.
 * @returns Its rows but the empty ones, or what is wrong with it.
 */
export function readCsvTable(name: string, bytes: Uint8Array): { rows: Cell[][] } | { faults: TableFault[] } {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const { source, findings } = readText(name, Buffer.from(hasMark ? bytes.subarray(3) : bytes));
  if (findings.length > 0)
    return {
      faults: findings.map(({ line, column, rule, text }) => ({
        line,
        column,
        text: rule === 'encoding' ? `${text.split('。', 1)[0] ?? ''}。${saveAgain}` : text,
      })),
    };
  try {
    const records = parse(source, {
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const places = cellPlaces(source);
    return {
      rows: records.map((record, row) =>
        record.map((text, column) => ({ text, ...(places[row]?.[column] ?? { line: 1, column: 1 }) })),
      ),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    const text = '引号没有配对。值里有引号的，整个值用英文双引号括起，里面的双引号写两遍。';
    return { faults: [{ line: lines ?? 1, column: 1, text }] };
  }
}

const saveAgain = '请用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”。';

/** Where each cell of each row begins; lines without anything are no rows. */
function cellPlaces(source: string): Position[][] {
  const rows: Position[][] = [];
  let [row, line, start, isQuoted]: [Position[], number, number, boolean] = [[], 1, 0, false];
  let cell: Position = { line: 1, column: 1 };
  for (let at = 0; at <= source.length; at += 1) {
    const character = source[at];
    if (character === '"') isQuoted = !isQuoted;
    if (character === ',' && !isQuoted) {
      row.push(cell);
      cell = { line, column: at - start + 2 };
    }
    if (character !== '\n' && character !== undefined) continue;
    if (!isQuoted || character === undefined) {
      if (row.length > 0 || source.slice(start, at).replace('\r', '') !== '') rows.push([...row, cell]);
      row = [];
      cell = { line: line + 1, column: 1 };
    }
    line += 1;
    start = at + 1;
  }
  return rows;
}
