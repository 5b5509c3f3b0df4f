import { expect, test } from 'vitest';
import { toTable, type ParsedRow } from './table-rows.ts';

/** A row of empty cells between edges in twips. */
function rowOf(...edges: number[]): ParsedRow {
  const definition = edges
    .slice(1)
    .map((right, index) => ({ left: edges[index] ?? 0, right, across: 'none', down: 'none' }) as const);
  return { cells: definition.map(() => []), definition, header: false };
}

const spans = (...rows: ParsedRow[]) => toTable(rows).rows.map((row) => row.map(({ colspan }) => colspan));

test('a cell spans the columns that other rows have inside it', () => {
  expect(spans(rowOf(0, 1000, 2000), rowOf(0, 2000))).toEqual([[1, 1], [2]]);
});

test('edges within 20 twips coincide', () => {
  expect(spans(rowOf(0, 1000, 2000), rowOf(0, 1020, 2000))).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(spans(rowOf(0, 1000, 2000), rowOf(0, 1021, 2000))).toEqual([
    [1, 2],
    [2, 1],
  ]);
});
