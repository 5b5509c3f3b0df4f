import { address } from '../../archive/address.ts';
import { commitmentRecords } from '../../data/commitments/commitment-record.ts';
import { policyRecords } from '../../data/policies/policy-record.ts';
import { describeDataFiles, packageName, type DataPackage } from '../../data/open-data/data-package.ts';
import { writeTableHead, writeTableRow } from '../../data/open-data/letter-table.ts';
import { letterRecords } from '../../data/open-data/letter-record.ts';
import type { ContentSnapshot, SnapshotLetter } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { writeCommitments } from './commitment-files.ts';
import { writePolicies } from './policy-files.ts';
import { writeLineageTables } from './lineage-tables.ts';

/** Writes a letter as a line of CSV, once for all tables that it is in. */
export function rowWriter(url: string | undefined): (letter: SnapshotLetter) => string {
  const rows = new Map<string, string>();
  return ({ id, data: frontmatter }) => {
    const known = rows.get(id);
    if (known !== undefined) return known;
    const page = url === undefined ? {} : { url: new URL(address.reply(id), url).href };
    const row = writeTableRow({ id, ...page, frontmatter });
    rows.set(id, row);
    return row;
  };
}

/** What open data are made from besides the snapshot. */
interface OpenDataSource {
  /** The file of the records, in the edition already. */
  records: EditionFile;
  /** Writes a letter as a line of a table. */
  rowOf: (letter: SnapshotLetter) => string;
  /** Digest of the program. */
  program: string;
}

/**
 * Writes the open data on the whole archive but the records of its letters: tables, commitments, policies, the schemas of the
 * records, and the Data Package that lists all files with size and SHA-256.
 *
 * @returns What the package states.
 */
export function writeOpenData(
  edition: EditionFolder,
  snapshot: ContentSnapshot,
  { records, rowOf, program }: OpenDataSource,
): DataPackage {
  const { letters, frame } = snapshot;
  const table = address.dataFile('replies.csv');
  const key = digest(
    'table',
    program,
    frame.site.url,
    letters.map((letter) => letter.digest),
  );
  const ordered = () => letters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!edition.keep(table, key)) edition.write(table, key, writeTableHead() + ordered().map(rowOf).join(''));
  const commitments = writeCommitments(edition, snapshot, program);
  const policies = writePolicies(edition, snapshot, program);
  writeLineageTables(edition, snapshot);
  for (const [name, { schema }] of [
    ['reply.schema.json', letterRecords],
    ['commitment.schema.json', commitmentRecords],
    ['policy.schema.json', policyRecords],
  ] as const) {
    const text = `${JSON.stringify(schema, undefined, 1)}\n`;
    edition.write(address.dataFile(name), digest(text), text);
  }
  const names = [
    ...(['replies.jsonl.gz', 'replies.csv', 'reply.schema.json'] as const),
    ...(['commitments.jsonl.gz', 'commitments.csv', 'commitment.schema.json'] as const),
    ...(['policies.jsonl.gz', 'policies.csv', 'policy.schema.json'] as const),
    ...(['questions.csv', 'common-text.csv'] as const),
  ];
  const files = names.map((path) => {
    const { bytes, sha256 } = path === 'replies.jsonl.gz' ? records : edition.get(address.dataFile(path));
    return { path, bytes, sha256 };
  });
  const described = describeDataFiles(files, { letters: letters.length, commitments, policies }, frame.site);
  const text = `${JSON.stringify(described, undefined, 1)}\n`;
  edition.write(address.dataFile(packageName), digest(text), text);
  return described;
}
