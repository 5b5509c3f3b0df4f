import { createHash } from 'node:crypto';
import { formatProposalReference } from '../../data/wording/proposal-reference.ts';
import { dateOf } from './catalogue-writer.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { numberKey, type NumberLabel } from '../query/number-key.ts';
import { bucketOf, type NumberBucket, type NumberTable } from '../form/number-table.ts';
import { deflateText, writeDataFile } from './data-file-writer.ts';
import { sessionKey } from '../query/session-key.ts';

/** Numbers per file, up to `maxFiles` files. */
const usualSize = 100;
const maxFiles = 512;

/**
 * Builds the table that finds letters by their numbers, in a bounded number of files.
 *
 * @param letters Newest first.
 * @returns The files, by name without `.js`, and what the engine needs to find the right one.
 */
export function writeNumberTable(letters: readonly IndexedLetter[]): {
  table: NumberTable;
  files: { name: string; contents: string }[];
} {
  const stated = letters.flatMap((letter) => numbersOf(letter).map((entry) => ({ letter, ...entry })));
  const count = Math.min(maxFiles, 2 ** Math.ceil(Math.log2(Math.max(1, stated.length / usualSize))));
  const buckets = Map.groupBy(stated, ({ key }) => bucketOf(key, count));
  const contents = [...buckets]
    .sort(([a], [b]) => a - b)
    .map(([bucket, entries]) => ({ bucket, bytes: deflateText(JSON.stringify(toBucket(entries))) }));
  const hash = createHash('sha256');
  for (const { bucket, bytes } of contents) hash.update(`${bucket} ${bytes.length} `).update(bytes);
  const folder = `numbers.${hash.digest('hex').slice(0, 8)}`;
  return {
    table: { folder, buckets: contents.map(({ bucket }) => bucket), count },
    files: contents.map(({ bucket, bytes }) => {
      const name = `${folder}/${bucket}`;
      return { name, contents: writeDataFile(name, bytes) };
    }),
  };
}

interface StatedNumber {
  key: string;
  label: NumberLabel;
  /** As the letter writes it. */
  number: string;
}

function numbersOf({ frontmatter }: IndexedLetter): StatedNumber[] {
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

function toBucket(entries: readonly (StatedNumber & { letter: IndexedLetter })[]): NumberBucket {
  const letters = [...new Set(entries.map(({ letter }) => letter))];
  const indexes = new Map(letters.map((letter, index) => [letter, index]));
  const numbers: NumberBucket['numbers'] = {};
  for (const { letter, key, label, number } of entries)
    (numbers[key] ??= []).push([indexes.get(letter) ?? 0, label, number]);
  return {
    letters: letters.map(({ id, frontmatter }) => [
      id,
      frontmatter.title,
      frontmatter.issuer,
      dateOf({ frontmatter }),
      sessionKey(frontmatter.proposal ?? {}),
    ]),
    numbers,
  };
}
