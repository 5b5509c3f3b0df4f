import type { FacetColumn } from '../form/catalogue.ts';
import { numberKey } from '../query/number-key.ts';
import type { FieldTest } from '../query/field-query.ts';
import { spell } from '../text/scan.ts';
import { readSessionKey } from '../query/session-key.ts';
import type { ShardReader } from './shard-reader.ts';

/** Whether a letter of a shard satisfies something. */
export type RowTest = (row: number) => boolean;

/** Scans the columns of a shard for what a field query asks; loads those it needs. */
export async function fieldRows(shard: ShardReader, test: FieldTest): Promise<RowTest> {
  const head = await shard.head();
  switch (test.field) {
    case 'year':
      return (row) => {
        const year = Number((head.dates[row] ?? '').slice(0, 4));
        return year > 0 && year >= test.from && year <= test.to;
      };
    case 'term':
      return byValue(head.facets.session, (key) => {
        const { term, session } = readSessionKey(key);
        return term === test.term && (test.session === undefined || session === test.session);
      });
    case 'issuer':
      return byValue(head.facets.issuer, (value) => spell(value).includes(spell(test.value)));
    case 'title':
      return standing((await shard.columns('captions')).titles, test.value);
    case 'subject':
      return standing((await shard.columns('subjects')).subjects, test.value);
    case 'document':
      return numbered((await shard.columns('captions')).documents, test.value);
    case 'index':
      return numbered((await shard.columns('numbers')).indexes, test.value);
    case 'proposal':
      return numbered((await shard.columns('numbers')).proposals, test.value);
    case 'recipient':
      return standing((await shard.columns('people')).recipients, test.value);
    case 'signatory':
      return standing((await shard.columns('people')).signatories, test.value);
  }
}

function byValue({ values, rows }: FacetColumn, test: (value: string) => boolean): RowTest {
  const passing = values.map(test);
  return (row) => passing[rows[row] ?? 0] ?? false;
}

type Column = readonly (string | readonly string[])[];

/** Rows in whose value the text stands, as the scan defines it. */
function standing(column: Column, text: string): RowTest {
  const needle = spell(text);
  const values = spelled(column);
  return (row) => values[row]?.some((value) => value.includes(needle)) ?? false;
}

/** The same, and rows whose number is this one in another spelling. */
function numbered(column: readonly string[], text: string): RowTest {
  const stands = standing(column, text);
  const key = numberKey(text);
  return (row) => stands(row) || (key !== '' && numberKey(column[row] ?? '') === key);
}

/** Columns stay for the next query: so does their folded form. */
const folded = new WeakMap<Column, string[][]>();

function spelled(column: Column): string[][] {
  let values = folded.get(column);
  if (values === undefined) {
    values = column.map((value) => [value].flat().map((text) => spell(text)));
    folded.set(column, values);
  }
  return values;
}
