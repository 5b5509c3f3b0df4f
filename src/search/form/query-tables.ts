/**
 * Tables that say what else to ask where a query finds nothing. Each is a file of its own, loaded only then, and only
 * if the query has anything to look up in it.
 */
export interface QueryTables {
  /** Traditional characters, and at the same places their simplified forms. */
  simplified: { traditional: string; simplified: string };
  /** The syllables of 汉语拼音 without tones (ü is v), each followed by the characters that are read so: `a阿啊ai爱`. */
  pinyin: { readings: string };
  /** Groups of words that mean the same to whoever keeps the archive. */
  synonyms: { groups: string[][] };
}
export type QueryTableName = keyof QueryTables;
export const queryTableNames: readonly QueryTableName[] = ['simplified', 'pinyin', 'synonyms'];
