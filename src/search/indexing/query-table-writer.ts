import { simplifiedForms } from '../../normalise/simplified-chinese.ts';
import { queryTableNames, type QueryTableName, type QueryTables } from '../form/query-tables.ts';
import type { CataloguedLetter } from './catalogue-writer.ts';
import { deflateObject, makeDataFile, type NewFile } from './data-file-writer.ts';
import { listPinyinReadings } from './pinyin-readings.ts';

/** The file of a table. */
export type TableFile = NewFile & { stamp: number };

/**
 * Makes the tables that say what else to ask where a query finds nothing.
 *
 * @param letters Of their topics, agencies and names the characters are listed by their reading.
 * @param synonyms Groups of words that mean the same.
 */
export function makeQueryTables(
  letters: readonly CataloguedLetter[],
  synonyms: readonly (readonly string[])[],
): Record<QueryTableName, TableFile> {
  // One code unit each, so that the two texts are aligned.
  const pairs = simplifiedForms().filter((pair) => pair.every((character) => character.length === 1));
  const tables: QueryTables = {
    simplified: {
      traditional: pairs.map(([traditional]) => traditional).join(''),
      simplified: pairs.map(([, simplified]) => simplified).join(''),
    },
    pinyin: { readings: listPinyinReadings(letters.flatMap(namesOf)) },
    synonyms: { groups: synonyms.map((group) => [...group]) },
  };
  return Object.fromEntries(
    queryTableNames.map((name) => [name, makeDataFile(name, [deflateObject(tables[name])])]),
  ) as Record<QueryTableName, TableFile>;
}

/** Replaces each table. */
export function mapTables<From, To>(
  tables: Record<QueryTableName, From>,
  replace: (table: From) => To,
): Record<QueryTableName, To> {
  return Object.fromEntries(queryTableNames.map((name) => [name, replace(tables[name])])) as Record<
    QueryTableName,
    To
  >;
}

function namesOf({ frontmatter: { title, issuer, proposal, recipients = [] } }: CataloguedLetter): string[] {
  return [title, issuer, proposal?.title ?? '', ...recipients];
}
