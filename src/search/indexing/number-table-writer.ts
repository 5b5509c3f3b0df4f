import { formatProposalReference } from '../../data/wording/proposal-reference.ts';
import { nameLetter } from '../../data/letter/letter-name.ts';
import type { CataloguedLetter } from './catalogue-writer.ts';
import { numberKey, type NumberLabel } from '../query/number-key.ts';
import { placeProposal } from '../../reply/letter-place.ts';
import { bucketOf, numberFile, type NumberBucket, type NumberTable } from '../form/number-table.ts';
import { deflateObject, listStamps, makeDataFile, type NewFile } from './data-file-writer.ts';
import { sessionKey } from '../../data/lists/session-key.ts';

/** Numbers per file, up to `maxFiles` files. */
const usualSize = 100;
const maxFiles = 512;

/**
 * Builds the table that finds letters by their numbers, in a bounded number of files.
 *
 * @param letters Newest first.
 * @returns The files and what the engine needs to find the right one.
 */
export function makeNumberTable(letters: readonly CataloguedLetter[]): {
  table: NumberTable;
  files: NewFile[];
} {
  const stated = letters.flatMap((letter) => numbersOf(letter).map((entry) => ({ letter, ...entry })));
  const count = Math.min(maxFiles, 2 ** Math.ceil(Math.log2(Math.max(1, stated.length / usualSize))));
  const buckets = Map.groupBy(stated, ({ key }) => bucketOf(key, count));
  const stamps = Array<number>(count).fill(0);
  const files = [...buckets].map(([bucket, entries]) => {
    const { stamp, ...file } = makeDataFile(numberFile(bucket), [deflateObject(toBucket(entries))]);
    stamps[bucket] = stamp;
    return file;
  });
  return { table: { count, stamps: listStamps(stamps) }, files };
}

interface StatedNumber {
  key: string;
  label: NumberLabel;
  /** As the letter writes it. */
  number: string;
}

function numbersOf({ frontmatter }: CataloguedLetter): StatedNumber[] {
  const { documentNumber, indexNumber, proposal } = frontmatter;
  const stated: [NumberLabel, string | undefined, string | undefined][] = [
    ['发文字号', documentNumber, documentNumber],
    ['索引号', indexNumber, indexNumber],
    ['编号', proposal?.number, proposal && formatProposalReference(proposal)],
  ];
  return stated.flatMap(([label, value = '', number = value]) => {
    const key = numberKey(value);
    return key === '' ? [] : [{ key, label, number }];
  });
}

function toBucket(entries: readonly (StatedNumber & { letter: CataloguedLetter })[]): NumberBucket {
  const letters = [...new Set(entries.map(({ letter }) => letter))];
  const indexes = new Map(letters.map((letter, index) => [letter, index]));
  const numbers: NumberBucket['numbers'] = {};
  for (const { letter, key, label, number } of entries)
    (numbers[key] ??= []).push([indexes.get(letter) ?? 0, label, number]);
  return {
    letters: letters.map(({ id, frontmatter }) => {
      const { text, isTopic, issuer, date = '' } = nameLetter(frontmatter);
      return [id, text, isTopic ? 1 : 0, issuer, date, sessionKey(placeProposal(frontmatter) ?? {})];
    }),
    numbers,
  };
}
