import type { EditorValues } from '../../convert/editor-values.ts';
import type { Position } from '../../reply/position.ts';
import type { SettableField } from '../../reply/settable-fields.ts';
import type { FileValues } from '../save-converted.ts';
import type { ValuesTable } from './values-table.ts';

/** What is stated of a file, and where each value of a table is. */
export interface StatedValues extends FileValues {
  /** Where a value is stated; undefined for one of the command line. */
  placeOf: (field: SettableField) => (Position & { path: string }) | undefined;
}

/**
 * What the command line and a table state of each file. With several files the command line states what they share;
 * of a single one it knows better than the table.
 *
 * @param count How many files.
 * @param set From `--set`.
 */
export function statedValues(
  count: number,
  set: EditorValues,
  table: ValuesTable | undefined,
): (index: number) => StatedValues {
  const isOne = count === 1;
  return (index) => {
    const row = table?.rows.get(index);
    return {
      own: { ...row?.values, ...(isOne && set) },
      shared: { ...table?.shared.values, ...(!isOne && set) },
      placeOf(field) {
        if (set[field] !== undefined && isOne) return undefined;
        const place = row?.places.get(field);
        return table && place && { path: table.path, ...place };
      },
    };
  };
}
