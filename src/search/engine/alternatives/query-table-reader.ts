import type { QueryTableName, QueryTables } from '../../form/query-tables.ts';
import type { Edition } from '../edition.ts';

/** Loads a table, once it is needed. */
export function readTable<N extends QueryTableName>(
  { entry, files }: Pick<Edition, 'entry' | 'files'>,
  name: N,
): Promise<QueryTables[N]> {
  return files.value({ name, stamp: entry.tables[name] }, (value) => value as QueryTables[N]);
}
