import { isOutcome } from '../../reply/outcome-class.ts';
import type { Columns, StoredColumn } from '../form/catalogue.ts';
import { numberKey } from '../query/number-key.ts';
import type { FieldTest } from '../query/field-query.ts';
import { canonicalText } from '../text/scan.ts';
import { parseSessionKey } from '../../data/lists/session-key.ts';
import type { ShardReader } from './shard-reader.ts';

/** Whether a letter of a shard satisfies something. */
export type RowTest = (row: number) => boolean;

/** Compiles a field query into a test of rows; loads the columns it needs. */
export async function createRowTest(shard: ShardReader, test: FieldTest): Promise<RowTest> {
  const head = await shard.head();
  switch (test.field) {
    case 'year':
      return (row) => {
        const year = Number((head.dates[row] ?? '').slice(0, 4));
        return year > 0 && year >= test.from && year <= test.to;
      };
    case 'term':
      return byValue(head.facets.session, (key) => {
        const { term, session } = parseSessionKey(key);
        return term === test.term && (test.session === undefined || session === test.session);
      });
    case 'issuer':
      return byValue(head.facets.issuer, (value) => canonicalText(value).includes(canonicalText(test.value)));
    case 'place':
      return byValue(head.allFacets.place, (value) =>
        canonicalText(value).includes(canonicalText(test.choice)),
      );
    case 'outcome':
      return byValue(head.facets.outcome, (value) => isOutcome(value, test.choice));
    case 'commitment':
      return byValue(
        head.allFacets.commitment,
        (value) => value === test.choice || (value !== '' && test.choice === '有'),
      );
    case 'kind':
    case 'role':
    case 'assembly':
      return byValue(head.allFacets[test.field], (value) => value === test.choice);
    case 'title':
      return containing((await shard.columns('titles')).titles, test.value);
    case 'subject':
      return inTopic(await shard.columns('captions'), test.value);
    case 'document':
      return numbered((await shard.columns('numbers')).documents, test.value);
    case 'index':
      return numbered((await shard.columns('numbers')).indexes, test.value);
    case 'proposal':
      return numbered((await shard.columns('numbers')).proposals, test.value);
    case 'recipient':
      return containing((await shard.columns('people')).recipients, test.value);
    case 'signatory':
      return containing((await shard.columns('people')).signatories, test.value);
  }
}

function byValue({ values, rows }: StoredColumn, test: (value: string) => boolean): RowTest {
  const passing = values.map(test);
  return (row) => passing[rows[row] ?? 0] ?? false;
}

type Column = readonly (string | readonly string[])[];

/** Tests whether a value contains the text, by the definition of the scan. */
function containing(column: Column, text: string): RowTest {
  const needle = canonicalText(text);
  const values = canonicalTexts(column);
  return (row) => values[row]?.some((value) => value.includes(needle)) ?? false;
}

/** Tests the names that are 案由. */
function inTopic({ names, topics }: Columns['captions'], text: string): RowTest {
  const contains = containing(names, text);
  return (row) => topics[row] === 1 && contains(row);
}

/** Tests the same, or whether the number is this one in another spelling. */
function numbered(column: readonly string[], text: string): RowTest {
  const contains = containing(column, text);
  const key = numberKey(text);
  return (row) => contains(row) || (key !== '' && numberKey(column[row] ?? '') === key);
}

/** Columns stay cached for the next query, and so does their canonical text. */
const canonical = new WeakMap<Column, string[][]>();

function canonicalTexts(column: Column): string[][] {
  let values = canonical.get(column);
  if (values === undefined) {
    values = column.map((value) => [value].flat().map((text) => canonicalText(text)));
    canonical.set(column, values);
  }
  return values;
}
