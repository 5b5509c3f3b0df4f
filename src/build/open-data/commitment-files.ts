import { gzipSync } from 'fflate';
import { address } from '../../archive/address.ts';
import {
  makeCommitmentRecords,
  writeCommitmentHead,
  writeCommitmentRow,
} from '../../data/commitments/commitment-record.ts';
import { asCommitted, type ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';

/**
 * Writes the commitments of all letters, ordered by letter: records as JSON Lines, compressed, and a table.
 *
 * @param program Digest of the program.
 * @returns How many there are.
 */
export function writeCommitments(
  edition: EditionFolder,
  { letters, frame }: Pick<ContentSnapshot, 'letters' | 'frame'>,
  program: string,
): number {
  const { url } = frame.site;
  const ordered = letters.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(asCommitted);
  const key = digest(
    'commitments',
    program,
    url,
    letters.map(({ digest: own, commitmentsDigest }) => [own, commitmentsDigest]),
  );
  const lines = address.dataFile('commitments.jsonl.gz');
  const table = address.dataFile('commitments.csv');
  const records = () => ordered.flatMap((letter) => makeCommitmentRecords(letter, url));
  if (!edition.keep(lines, key)) {
    const text = records().map((record) => `${JSON.stringify(record)}\n`);
    // The lowest level that shrinks text well: the file changes with every letter.
    edition.write(lines, key, gzipSync(Buffer.from(text.join('')), { level: 3, mtime: 0 }));
  }
  if (!edition.keep(table, key))
    edition.write(table, key, writeCommitmentHead() + records().map(writeCommitmentRow).join(''));
  return ordered.reduce((sum, { commitments }) => sum + commitments.length, 0);
}
